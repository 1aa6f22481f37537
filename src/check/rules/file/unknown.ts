import { isComposeHere } from '#check/files/compose/call.ts'
import { lacksFile } from '#check/files/compose/project.ts'
import { type Call, type CallWord, flagValues, isCommand, isHere, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { isRunbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'

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
  if (!present || steps.some(({ name }) => ELSEWHERE.has(name))) return []
  const written = page.blocks
    .filter((block) => block.kind === 'file')
    .map(({ path, place }) => ({ path, line: place.start.line }))
  const known = new Set([...present].map(plain))
  return steps.flatMap((call) => {
    for (const { path, line } of written) if (line < call.block.place.start.line) known.add(plain(path))
    const findings = readBy(call).flatMap((word) => missing(call, word, known))
    if (lacksFile(call, known, { facts, surroundings }))
      findings.push(fileUnknown.at(placeOfCall(call), { found: 'compose.yaml' }))
    for (const path of writtenBy(call)) known.add(plain(path))
    return findings
  })
})

/** Commands after which the directory or its files are no longer known. */
const ELSEWHERE = new Set([
  'cd',
  'pushd',
  'popd',
  'git',
  'tar',
  'unzip',
  'rsync',
  'scp',
  'make',
  'python',
  'python3',
  'node',
])

const plain = (path: string) => path.replace(/^(\.\/)+/, '')

function readBy(call: Call): CallWord[] {
  if (isCommand(call, 'docker', 'build', 'buildx build', 'image build')) return flagValues(call, '--file', '-f')
  if (isCommand(call, 'docker', 'run', 'container run', 'create')) return flagValues(call, '--env-file')
  if (isCommand(call, 'gcloud', 'builds submit')) return flagValues(call, '--config')
  if (isCommand(call, 'gcloud', 'run deploy')) return flagValues(call, '--env-vars-file')
  if (isComposeHere(call)) return flagValues(call, '--file', '--env-file')
  return isCommand(call, 'gcloud', 'secrets create', 'secrets versions add') ? flagValues(call, '--data-file') : []
}

function missing(call: Call, { word, text }: CallWord, known: ReadonlySet<string>): Finding[] {
  if (text === undefined || text === '-' || text.startsWith('/') || text.includes('$') || known.has(plain(text)))
    return []
  return [fileUnknown.at(placeOfWord(call, word), { found: text, suggestion: suggest(plain(text), known) })]
}

/** Targets of `>`, and the words of programs that make files. */
function writtenBy({ command, name, words }: Call): string[] {
  const redirected = command.redirects.flatMap(({ operator, target }) =>
    operator.includes('>') ? (target?.value ?? []) : [],
  )
  const named = ['cp', 'mv', 'touch', 'tee', 'install', 'curl', 'wget', 'openssl', 'mktemp'].includes(name)
    ? words.flatMap(({ text }) => text ?? [])
    : []
  return [...redirected, ...named]
}
