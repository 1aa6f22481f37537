import { plainPath } from '#check/files/page-file.ts'
import { presentFiles } from '#check/files/present.ts'
import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { pageRule, type Surroundings } from '#check/rule.ts'
import { isRunbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Written } from '#tools/match/line.ts'
import { fileScriptUnknown, unknown } from './script-unknown.ts'

export const fileScriptMode = defineFinding({
  code: 'FILE_SCRIPT_MODE',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '«{found}» no es ejecutable.',
    hint: 'Ejecuta antes chmod +x {found}, o llama a bash {found}.',
    why: 'Un archivo sin permiso de ejecución no se puede llamar por su ruta.',
  },
  en: {
    message: '`{found}` is not executable.',
    hint: 'Run chmod +x {found} before, or call bash {found}.',
    why: 'A file without permission to run cannot be called by its path.',
  },
  wrong: ['```bash file=deploy.sh', 'echo hola', '```', '', '```bash step=run', './deploy.sh', '```'],
  right: [
    '```bash file=deploy.sh',
    'echo hola',
    '```',
    '',
    '```bash step=run',
    'chmod +x deploy.sh',
    './deploy.sh',
    '```',
  ],
})

/** Scripts that steps start and that neither the page nor its system has, or that cannot be started as they are. */
export const scripts = pageRule([fileScriptMode, fileScriptUnknown], (facts, surroundings) => {
  const present = presentFiles({ facts, surroundings })
  if (!present) return []
  const mode = modesOf(facts, surroundings)
  return facts.calls
    .filter(({ block, where }) => block.kind === 'step' && where.length === 0)
    .flatMap((call) => {
      const found = scriptOf(call)
      if (!found) return []
      const path = plainPath(found.path)
      const place = placeOfWord(call, found.word)
      if (!present.has(path)) return [unknown(place, found.path, present)]
      return found.started && mode(call, path) ? [fileScriptMode.at(place, { found: found.path })] : []
    })
})

interface Script {
  path: string
  word: Written
  /** By itself, `./deploy.sh`, and not by a program that reads it. */
  started: boolean
}

function scriptOf(call: Call): Script | undefined {
  const { name, nameWord } = call
  if (/^(?!\/)(?!.*\.\.)(\.\/)?([\w.-]+\/)*[\w-]+\.(sh|bash|py)$/.test(name) && name.includes('/'))
    return { path: name, word: nameWord, started: true }
  const file = ask(call, 'runsFile')
  return file?.text === undefined ? undefined : { path: file.text, word: file.word, started: false }
}

/** Whether a file lacks the mode to be started: a block writes none, and a `chmod` before gives it. */
function modesOf({ page, calls }: PageFacts, { workspaceFile }: Surroundings): (call: Call, path: string) => boolean {
  const written = new Set(page.blocks.flatMap((block) => (block.kind === 'file' ? [plainPath(block.path)] : [])))
  return (call, path) => {
    const before = calls.slice(0, calls.indexOf(call))
    const given = before.some((other) =>
      ask(other, 'setsMode')?.some(({ text }) => plainPath(text ?? '') === path || /[*$]|^-R/.test(text ?? '')),
    )
    if (given) return false
    if (written.has(path)) return true
    const found = isRunbook(page) ? workspaceFile?.(page.header.system, path) : undefined
    return found !== undefined && !found.executable
  }
}
