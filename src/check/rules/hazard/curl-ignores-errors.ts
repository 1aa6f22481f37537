import { ask, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const hazardCurlIgnoresErrors = defineFinding({
  code: 'HAZARD_CURL_IGNORES_ERRORS',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'curl sin -f da por bueno un error HTTP: un 500 pasaría por éxito.',
    hint: 'Escribe curl -f (o --fail-with-body), o comprueba el estado con -w "%{http_code}".',
    why: 'curl termina bien aunque el servidor conteste 500: una comprobación de salud así no comprueba nada.',
  },
  en: {
    message: 'curl without -f takes an HTTP error for a success: a 500 would pass.',
    hint: 'Write curl -f (or --fail-with-body), or check the status with -w "%{http_code}".',
    why: 'curl succeeds even when the server answers 500: a health check like that checks nothing.',
  },
  wrong: ['```bash step=check-health effect=read', 'curl -s --max-time 10 https://api.example.com/health', '```'],
  right: ['```bash step=check-health effect=read', 'curl -fsS --max-time 10 https://api.example.com/health', '```'],
})

/** Requests that take an error of the server for a success; a condition may read what was printed. */
export const curlErrors = pageRule([hazardCurlIgnoresErrors], ({ calls }) =>
  calls
    .filter(({ block, command }) => block.kind === 'step' && !(command.tested && command.piped))
    .filter((call) => ask(call, 'request')?.ignoresErrors)
    .map((call) => hazardCurlIgnoresErrors.at(placeOfCall(call))),
)
