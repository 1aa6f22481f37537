import { existsSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EXIT, StopError } from '#finding/error.ts'
import { nearest } from '#knowledge/nearest.ts'
import { CONTENT, FIXTURES, inRoot } from '#knowledge/paths.ts'
import { runbookIdSchema } from '#schema/frontmatter.ts'
import type { Localized } from '#schema/locale.ts'
import type { Command } from '../terminal/help.ts'
import { COMMON } from '../terminal/option-table.ts'
import { readCommandLine, usageError } from '../terminal/options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { Asked } from './asked.ts'
import { guide } from './guide.ts'
import { incident } from './incident.ts'
import { runbook } from './runbook.ts'

/** A kind of page: the folder it goes to, and its text in both languages. */
const KINDS: Readonly<Record<string, { folder: string; page: (asked: Asked) => Localized }>> = {
  runbook: { folder: 'runbooks', page: runbook },
  incident: { folder: 'post-mortems', page: incident },
  guide: { folder: 'guides', page: guide },
}

/** `pnpm new runbook|incident|guide <id>`: writes a page in both languages that verifies as it is. Never over a file. */
export async function createPage(terminal: Terminal): Promise<number> {
  const { out, locale } = terminal
  const given = readCommandLine(NEW, terminal)
  if (!given) return EXIT.passed
  const { values, positionals } = given
  const [name = '', id = '', ...more] = positionals
  const kind = kindOf(name)
  const asked = { id: idOf(id, more), system: systemOf(values.system) }
  const page = kind.page(asked)
  const files = [
    { file: `${CONTENT}/${kind.folder}/${asked.id}.md`, text: page.es },
    { file: `${CONTENT}/en/${kind.folder}/${asked.id}.md`, text: page.en },
  ]
  const taken = files.find(({ file }) => existsSync(inRoot(file)))
  if (taken) throw exists(taken.file)
  for (const { file, text } of files) await writeNew(file, text)
  if (name === 'runbook') await (await import('../generate/generate.ts')).generate({ ...terminal, args: [] })
  for (const { file } of files) out.write(`+ ${file}\n`)
  out.write(`${NEXT[locale](asked.id, name === 'runbook')}\n`)
  return EXIT.passed
}

function kindOf(name: string) {
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
  if (kind) return kind
  const known = Object.keys(KINDS)
  const meant = nearest(name, known)
  throw usageError(
    { es: `«${name}» no es una clase de página.`, en: `"${name}" is no kind of page.` },
    meant
      ? { es: `¿Querías decir «${meant}»?`, en: `Did you mean "${meant}"?` }
      : { es: `Las que hay: ${known.join(', ')}`, en: `Those there are: ${known.join(', ')}` },
  )
}

/** The same words as a runbook's id: it is the name of the file and of the address. */
function idOf(id: string, more: readonly string[]): string {
  if (more.length === 0 && runbookIdSchema.safeParse(id).success && id.length <= 60) return id
  throw usageError(
    { es: `«${[id, ...more].join(' ')}» no sirve de id.`, en: `"${[id, ...more].join(' ')}" cannot be an id.` },
    {
      es: 'Usa minúsculas, dígitos y guiones: pnpm new runbook rotar-certificado',
      en: 'Use lower-case letters, digits and hyphens: pnpm new runbook rotate-certificate',
    },
  )
}

function systemOf(value: string | undefined): string {
  const systems = readdirSync(inRoot(FIXTURES)).sort()
  const system = value ?? systems[0] ?? ''
  if (systems.includes(system)) return system
  throw usageError(
    { es: `No hay ningún sistema «${system}».`, en: `There is no system "${system}".` },
    {
      es: `Los que hay: ${systems.join(', ')}. Uno nuevo empieza en ${FIXTURES}/${system}.`,
      en: `Those there are: ${systems.join(', ')}. A new one starts in ${FIXTURES}/${system}.`,
    },
  )
}

const exists = (file: string) =>
  new StopError(
    EXIT.usage,
    { es: `${file} ya existe; no se toca.`, en: `${file} exists already; it stays as it is.` },
    { hint: { es: 'Elige otro id.', en: 'Choose another id.' } },
  )

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(dirname(inRoot(file)), { recursive: true })
  await writeFile(inRoot(file), text, { flag: 'wx' })
}

const NEXT = {
  es: (id: string, runs: boolean) =>
    `Escríbela y comprueba: pnpm verify --static${runs ? ` · Ejecútala: pnpm runbook ${id} --dry-run` : ''}`,
  en: (id: string, runs: boolean) =>
    `Write it, then check: pnpm verify --static${runs ? ` · Run it: pnpm runbook ${id} --dry-run` : ''}`,
}

/** `pnpm new` as its help describes it. */
export const NEW = {
  usage: {
    es: `Uso: pnpm new runbook|incident|guide <id> [--system SISTEMA]

Escribe una página en los dos idiomas que ya se puede comprobar; un runbook, también ejecutar.
No cambia ninguna página que exista. Ids: minúsculas, dígitos y guiones.`,
    en: `Usage: pnpm new runbook|incident|guide <id> [--system SYSTEM]

Writes a page in both languages that verifies as it is; a runbook runs, too.
Changes no page that exists. Ids: lower-case letters, digits and hyphens.`,
  },
  options: {
    system: {
      value: { es: 'SISTEMA', en: 'SYSTEM' },
      words: {
        es: `el de los mundos de partida de ${FIXTURES}; por defecto, el primero`,
        en: `one of the seed worlds in ${FIXTURES}; the first by default`,
      },
    },
    ...COMMON,
  },
  notes: {
    es: 'Estado de salida: 0 escrita · 2 uso incorrecto o página que ya existe',
    en: 'Exit status: 0 written · 2 wrong usage, or the page exists',
  },
} as const satisfies Command
