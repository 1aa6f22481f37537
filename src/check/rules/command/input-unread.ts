import { ask, type Call, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { LineWord } from '#tools/match/line.ts'

export const commandInputUnread = defineFinding({
  code: 'COMMAND_INPUT_UNREAD',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» no lee lo que «{feeder}» le escribe.',
    hint: 'Dile que lo lea, con --header @- o --data @-, o quita la tubería.',
    why: 'La petición sale sin la cabecera o el cuerpo que iban a llegarle, y el servidor contesta otra cosa.',
  },
  en: {
    message: '`{command}` does not read what `{feeder}` writes to it.',
    hint: 'Have it read that, with --header @- or --data @-, or leave out the pipe.',
    why: 'The request goes without the header or the body that was meant for it, and the server answers something else.',
  },
  wrong: [
    '```bash step=ask effect=read',
    'printf \'Authorization: Bearer %s\' "$DB_PASSWORD" |',
    '  curl -fsS --max-time 10 https://api.example.com/me',
    '```',
  ],
  right: [
    '```bash step=ask effect=read',
    'printf \'Authorization: Bearer %s\' "$DB_PASSWORD" |',
    '  curl -fsS --max-time 10 --header @- https://api.example.com/me',
    '```',
  ],
})

/** Requests whose program is given something on standard input and reads nothing of it (curl(1): `@-`, `-K -`, `-T -`). */
export const inputUnread = pageRule([commandInputUnread], ({ calls }) =>
  calls.flatMap((call) => {
    if (!call.command.piped) return []
    const next = calls.find((other) => isFed(call, other))
    const sent = next && ask(next, 'request')?.sent
    if (!next || !sent || sent.otherwise || [...sent.headers, ...sent.bodies].some(readsInput)) return []
    return [commandInputUnread.at(placeOfCall(next), { command: next.name, feeder: call.name })]
  }),
)

/** Of a value that only a run can tell: a variable may hold `@-`, what a program answers does not. */
const readsInput = ({ text, word }: LineWord): boolean =>
  text === undefined ? !/^\S*"?\$\(/.test(word.text) : /^@(-|\/dev\/stdin)$/.test(text)

/** Whether a call stands at the other end of another's pipe, with nothing between them. */
function isFed({ block, command }: Call, { block: own, command: next, outer }: Call): boolean {
  return own === block && outer === undefined && /^\s*\|\s*(\\\n\s*)?$/.test(block.text.slice(command.end, next.start))
}
