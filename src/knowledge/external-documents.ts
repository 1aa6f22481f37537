import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { distinctFindings } from '#check/distinct-findings.ts'
import { EXIT, StopError } from '#finding/error.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { CONTENT, inRoot } from './paths.ts'
import { checkTexts } from './pipeline/documents.ts'

/** What `pnpm verify` was pointed at: runbooks by id, and Markdown files or directories by path. */
export interface Targets {
  ids: readonly string[]
  paths: readonly string[]
}

/** Separates paths from ids: a path has a `/`, ends in `.md`, or exists where the command was typed. */
export function splitTargets(given: readonly string[]): Targets {
  const isPath = (text: string) => /[/\\]|\.mdx?$/.test(text) || existsSync(typedPath(text))
  return { ids: given.filter((text) => !isPath(text)), paths: given.filter(isPath) }
}

/** Everything that can be found in Markdown documents outside the knowledge base, each by itself. */
export async function outsideFindings(paths: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { path, file } of await outsideFiles(paths)) {
    const { document, rules } = await checkTexts([{ file, source: await readFile(path, 'utf8') }], 'outside')
    found.push(...document, ...rules)
  }
  return distinctFindings(found)
}

/** The Markdown files at some paths, and the names findings give them. */
export async function outsideFiles(paths: readonly string[]): Promise<{ path: string; file: string }[]> {
  const files = [...new Set((await Promise.all(paths.map(filesAt))).flat())].sort()
  return files.map((path) => ({ path, file: shownPath(path) }))
}

/** pnpm runs scripts in the project's root; a person means the directory they are in. */
const typedFrom = () => process.env.INIT_CWD ?? process.cwd()
const typedPath = (path: string) => resolve(typedFrom(), path)
const shownPath = (path: string) => relative(typedFrom(), path).split(sep).join('/')

/** A file as it is, or every Markdown file below a directory. Stops for a path that is not there or is a page. */
async function filesAt(path: string): Promise<string[]> {
  const at = typedPath(path)
  const found = await stat(at).catch(() => undefined)
  if (!found) throw notThere(path)
  if (`${at}${sep}`.startsWith(`${inRoot(CONTENT)}${sep}`)) throw ownPage(path)
  if (!found.isDirectory()) return [at]
  const entries = await readdir(at, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${sep}node_modules${sep}`))
}

const wrongPath = (text: Localized, hint: Localized) => new StopError(EXIT.usage, text, { hint })

const notThere = (path: string) =>
  wrongPath(
    { es: `No existe «${path}».`, en: `There is no "${path}".` },
    {
      es: 'Da la ruta de un archivo Markdown o de un directorio.',
      en: 'Give the path of a Markdown file or a directory.',
    },
  )

const ownPage = (path: string) =>
  wrongPath(
    { es: `«${path}» es de la base de conocimiento.`, en: `"${path}" belongs to the knowledge base.` },
    {
      es: 'Da el id del runbook, o ninguno para comprobarlo todo.',
      en: 'Give the id of the runbook, or none to check everything.',
    },
  )
