import type { Flag } from '#tools/match/model.ts'

/**
 * The flags a help text describes, one a line: `-f, --file FILE`, `--color[=WHEN]`,
 * `-d DOMAIN, --domain DOMAIN`, `-subj val`. Serves where a program cannot be asked.
 */
export function helpFlags(text: string): Flag[] {
  const specs = text.split('\n').flatMap((line) => /^\s{1,12}(-[\w#:-].*?)(?:\s{2,}|\t|$)/.exec(line)?.[1] ?? [])
  const flags = specs.flatMap((spec) => flagOf(spec) ?? [])
  const fullest = flags.toSorted((a, b) => b.names.length - a.names.length)
  return fullest.filter(({ names }, index) => {
    const earlier = fullest.slice(0, index).flatMap((flag) => flag.names)
    return !names.some((name) => earlier.includes(name))
  })
}

const NAME = /(?<=^|[\s,/|])(--?[A-Za-z0-9][\w.-]*|-[#:])/g
/** What follows a name and is no other name: its value. */
const VALUE = /^(?:(\[=?)|[ =]?)(<[^>]*>|\[?[+\w.:|/{}()-]+[\w.:|/{}()\]-]*|\([^)]*\).*)/

function flagOf(spec: string): Flag | undefined {
  const found = [...spec.matchAll(NAME)]
  const names = found.map(([name]) => name.replace(/[.,]+$/, ''))
  if (names.length === 0) return undefined
  const after = found.map(({ index, 0: name }) => spec.slice(index + name.length))
  const values = after.flatMap((rest) =>
    /^,? *(\/ *)?-/.test(rest) || /^[,|]/.test(rest) ? [] : (VALUE.exec(rest) ?? []),
  )
  const optional = after.some((rest) => rest.startsWith('[='))
  return {
    names: names.toSorted((a, b) => Number(b.startsWith('--')) - Number(a.startsWith('--'))),
    ...(values.length > 0 && { value: 'string' }),
    ...(optional && { optionalValue: true }),
    ...(names.some((name) => INFORMATIVE.has(name)) && values.length === 0 && { informative: true }),
  }
}

const INFORMATIVE = new Set(['--help', '--version', '-help'])
