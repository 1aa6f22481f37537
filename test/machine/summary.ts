/** Something the machine has not got, and the test files that need it. */
export interface Lack {
  name: string
  why: string
  how: string
  files: ReadonlySet<string>
}

/** What a run says at its end of what was not there for its tests, each lack once; nothing where all was. */
export function summaryOf(lacks: readonly Lack[], failed: boolean): string {
  if (lacks.length === 0) return ''
  const head = failed ? 'FAILED: CI=true requires what this machine lacks.' : 'SKIPPED: this machine lacks something.'
  return `\n${[head, ...lacks.map(paragraph)].join('\n\n')}\n\n`
}

function paragraph({ name, why, how, files }: Lack): string {
  const rows = { lacks: name, why, 'to have it': how, 'tests in': [...files].toSorted().join('\n') }
  return Object.entries(rows)
    .map(([label, value]) => `  ${label.padEnd(WIDTH)}${value.replaceAll('\n', `\n  ${' '.repeat(WIDTH)}`)}`)
    .join('\n')
}

const WIDTH = 12
