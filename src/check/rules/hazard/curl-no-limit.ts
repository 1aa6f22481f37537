import { ask, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const hazardCurlNoLimit = defineFinding({
  code: 'HAZARD_CURL_NO_LIMIT',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'curl sin límite de tiempo espera mientras el servidor no conteste.',
    hint: 'Añade --max-time 10, o lo que tarde como mucho la respuesta, en segundos.',
    why: 'curl no tiene límite de tiempo propio. Un servidor que acepta la conexión y no contesta deja a quien lo escribió esperando, y al paso, hasta su timeout.',
  },
  en: {
    message: 'curl without a time limit waits as long as the server does not answer.',
    hint: 'Add --max-time 10, or what the answer takes at most, in seconds.',
    why: 'curl has no time limit of its own. A server that accepts the connection and does not answer leaves who typed it waiting, and the step, until its timeout.',
  },
  wrong: ['```bash step=check effect=read', 'curl -fsS https://example.com/health', '```'],
  right: ['```bash step=check effect=read', 'curl -fsS --max-time 10 https://example.com/health', '```'],
})

/** Requests that wait as long as the server lets them: a step ends at its timeout, who typed the command waits on. */
export const curlLimit = pageRule([hazardCurlNoLimit], ({ calls }) =>
  calls
    .filter((call) => call.block.kind === 'step' && !call.timed && ask(call, 'request')?.unlimited)
    .map((call) => hazardCurlNoLimit.at(placeOfCall(call))),
)
