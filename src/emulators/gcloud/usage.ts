import type { Command, Flag } from '#tools/match/model.ts'
import type { Match } from '#tools/match/reading.ts'

/** The usage gcloud prints after an error of its parser. */
export const usage = (match: Match): string => {
  const name = ['gcloud', ...match.path].join(' ')
  const pointer = `\nFor detailed information on this command and its flags, run:\n  ${name} --help\n`
  if (match.command === undefined) return pointer
  return `Usage: ${[name, ...needed(match.command)].join(' ')} [optional flags]\n${optional(match.command)}${pointer}`
}

const needed = (command: Command): string[] => [
  ...(command.positionals ?? []).map(({ name, required, repeated }) => {
    const words = repeated ? `${name} ...` : name
    return required ? name : `[${words}]`
  }),
  ...(command.flags ?? []).filter((flag) => flag.required).map(withValue),
]

const withValue = (flag: Flag): string =>
  `${flag.names[0]}=${flag.names[0]?.slice(2).toUpperCase().replaceAll('-', '_')}`

const LEAD = '  optional flags may be  '

const optional = (command: Command): string => {
  const names = (command.flags ?? [])
    .filter((flag) => !flag.hidden && !flag.required)
    .map((flag) => flag.names[0] as string)
  const words = [...names, '--help'].sort()
  const lines: string[] = []
  let line = LEAD
  for (const [at, word] of words.entries()) {
    const item = at === words.length - 1 ? word : `${word} | `
    if (line.length + item.trimEnd().length > 80) {
      lines.push(line.trimEnd())
      line = ' '.repeat(LEAD.length)
    }
    line += item
  }
  return `${[...lines, line].join('\n')}\n`
}
