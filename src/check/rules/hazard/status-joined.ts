import { ask, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const hazardStatusJoined = defineFinding({
  code: 'HAZARD_STATUS_JOINED',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'Lo que imprime --write-out queda pegado al cuerpo de la respuesta.',
    hint: 'Descarta el cuerpo con --output /dev/null, o empieza el formato con \\n.',
    why: 'El cuerpo no suele terminar en un salto de línea. Una comprobación que espera 404 acierta solo mientras el servidor conteste sin cuerpo.',
  },
  en: {
    message: 'What --write-out prints is joined to the body of the answer.',
    hint: 'Discard the body with --output /dev/null, or begin the format with \\n.',
    why: 'A body seldom ends in a newline. A check that expects 404 holds only as long as the server answers without a body.',
  },
  wrong: [
    '```bash step=check-closed effect=read',
    "curl -sS --max-time 10 --write-out '%{http_code}\\n' https://api.example.com/metrics",
    '```',
  ],
  right: [
    '```bash step=check-closed effect=read',
    "curl -sS --max-time 10 --output /dev/null --write-out '%{http_code}\\n' https://api.example.com/metrics",
    '```',
  ],
})

/** Requests that print the body of the answer and its status in one line. */
export const statusJoined = pageRule([hazardStatusJoined], ({ calls }) =>
  calls.filter((call) => ask(call, 'request')?.joinsStatus).map((call) => hazardStatusJoined.at(placeOfCall(call))),
)
