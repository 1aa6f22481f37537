import { lacksFile } from '#check/files/compose/project.ts'
import { ask, type Call, isHere, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { isRunbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'
import type { LineWord } from '#tools/match/line.ts'

export const fileUnknown = defineFinding({
  code: 'FILE_UNKNOWN',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: '«{found}» no existe aquí: ningún bloque ni paso anterior lo escribe.',
    hint: 'Añade un bloque file={found} antes de este paso.[? Quizá querías {suggestion}.]',
    why: 'El archivo no está en el directorio de trabajo ni lo escribe la página: el comando falla.',
  },
  en: {
    message: '`{found}` does not exist here: no block or step before writes it.',
    hint: 'Add a block file={found} before this step.[? Did you mean {suggestion}?]',
    why: 'The file is neither in the working directory nor written by the page: the command fails.',
  },
  wrong: ['```bash step=build effect=create', 'docker build --file=Dockerfile.prod -t app:1.0.0 .', '```'],
  right: [
    '```dockerfile file=Dockerfile.prod',
    'FROM python:3.12-slim',
    '```',
    '',
    '```bash step=build effect=create',
    'docker build --file=Dockerfile.prod -t app:1.0.0 .',
    '```',
  ],
})

/**
 * Files that commands read and nothing writes before. Speaks only where the
 * working directory's files are known and no step leaves it or fetches others.
 */
export const reference = pageRule([fileUnknown], (facts, surroundings) => {
  const { page, calls } = facts
  const present = isRunbook(page) ? surroundings.workspaceFiles?.(page.header.system) : undefined
  const steps = calls.filter((call) => call.block.kind === 'step' && isHere(call))
  if (!present || steps.some((call) => ask(call, 'directory') !== undefined)) return []
  const written = page.blocks
    .filter((block) => block.kind === 'file')
    .map(({ path, place }) => ({ path, line: place.start.line }))
  const known = new Set([...present].map(plain))
  return steps.flatMap((call) => {
    for (const { path, line } of written) if (line < call.block.place.start.line) known.add(plain(path))
    const findings = (ask(call, 'reads') ?? []).flatMap((word) => missing(call, word, known))
    if (lacksFile(call, known, { facts, surroundings }))
      findings.push(fileUnknown.at(placeOfCall(call), { found: 'compose.yaml' }))
    for (const path of writtenBy(call)) known.add(plain(path))
    return findings
  })
})

const plain = (path: string) => path.replace(/^(\.\/)+/, '')

function missing(call: Call, { word, text }: LineWord, known: ReadonlySet<string>): Finding[] {
  if (text === undefined || text === '-' || text.startsWith('/') || text.includes('$') || known.has(plain(text)))
    return []
  return [fileUnknown.at(placeOfWord(call, word), { found: text, suggestion: suggest(plain(text), known) })]
}

/** Targets of `>`, and the words of programs that make files. */
const writtenBy = (call: Call): string[] => [
  ...call.command.redirects.flatMap(({ operator, target }) => (operator.includes('>') ? (target?.value ?? []) : [])),
  ...(ask(call, 'writes') ?? []).flatMap(({ text }) => text ?? []),
]
