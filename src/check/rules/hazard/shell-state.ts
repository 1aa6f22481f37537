import { type Call, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const hazardShellState = defineFinding({
  code: 'HAZARD_SHELL_STATE',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '«{found}» cambia o termina la terminal que comparten todos los pasos.',
    hint: 'Ponlo entre paréntesis, ( … ), o quítalo.',
    why: 'Todos los pasos comparten una terminal, como si se pegaran uno tras otro. Un exit la cierra, y un set la cambia para los demás.',
  },
  en: {
    message: '`{found}` changes or ends the shell all steps share.',
    hint: 'Put it in parentheses, ( … ), or remove it.',
    why: 'All steps share one shell, as if pasted one after another. An exit ends it, and a set changes it for the rest.',
  },
  wrong: ['```bash step=look effect=read', 'set +e', 'ls app', '```'],
  right: ['```bash step=look effect=read', '( set +e; ls app )', '```'],
})

/** Steps that change or end the one shell they share. */
export const shellState = pageRule([hazardShellState], ({ calls }) =>
  calls
    .filter(
      ({ block, command, outer }) =>
        block.kind === 'step' && !command.inFunction && !command.substituted && (!outer || outer.name === 'eval'),
    )
    .flatMap(changesShell),
)

function changesShell(call: Call): Finding[] {
  const { name, words, command, block } = call
  const wrapped = insideSubshell(block.text, command.start)
  const ends = (command.name?.value === 'exec' && command.args.length > 0) || name === 'exit'
  const traps = name === 'trap' && words.some(({ text }) => text === 'EXIT')
  const sets = name === 'set' && words.some(({ text }) => /^[-+][a-z]*[eu]/.test(text ?? '') || text === 'pipefail')
  if (wrapped || !(ends || traps || sets)) return []
  const found = [command.name?.text, ...command.args.map(({ text }) => text)].join(' ').slice(0, 40)
  return [hazardShellState.at(placeOfCall(call), { found })]
}

/** Whether more `(` than `)` stand before an offset: cheap, and wrong only towards silence. */
function insideSubshell(text: string, offset: number): boolean {
  const before = text.slice(0, offset)
  return before.split('(').length > before.split(')').length
}
