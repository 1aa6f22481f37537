import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { KNOWN_COMMANDS } from '#check/page/known-commands.ts'
import { inPlainPage } from '#check/plain.ts'
import type { PlainPage } from '#document/model.ts'
import { parsePlainPage } from '#document/plain.ts'
import { type Finding, sortFindings } from '#finding/finding.ts'
import { certainOnly } from './mend/certain.ts'
import { usageError } from './options.ts'
import { CONTENT, inRoot } from './paths.ts'
import { staticFindings } from './static-findings.ts'

/** What `pnpm verify` was pointed at: runbooks by id, and Markdown files or directories by path. */
export interface Targets {
  ids: readonly string[]
  paths: readonly string[]
}

/** Tells paths from ids: a path has a `/`, ends in `.md`, or exists where the command was typed. */
export function splitTargets(given: readonly string[]): Targets {
  const isPath = (text: string) => /[/\\]|\.mdx?$/.test(text) || existsSync(typedPath(text))
  return { ids: given.filter((text) => !isPath(text)), paths: given.filter(isPath) }
}

/** Everything that can be told of Markdown documents outside the knowledge base, each by itself. */
export async function plainFindings(paths: readonly string[]): Promise<Finding[]> {
  const files = await plainFiles(paths)
  const parsed = await Promise.all(files.map(async ({ path, file }) => parsePlain(file, await readFile(path, 'utf8'))))
  const pages = parsed.flatMap(({ page }): PlainPage[] => (page ? [page] : []))
  return sortFindings(certainOnly([...parsed.flatMap(({ findings }) => findings), ...(await staticFindings(pages))]))
}

/** The Markdown files at some paths, and the names findings give them. */
export async function plainFiles(paths: readonly string[]): Promise<{ path: string; file: string }[]> {
  const files = [...new Set((await Promise.all(paths.map(filesAt))).flat())].sort()
  return files.map((path) => ({ path, file: shownPath(path) }))
}

/** What is found in the text of one document. */
export async function readPlainText(file: string, source: string) {
  const { page, findings } = parsePlain(file, source)
  const rules = page ? await staticFindings([page]) : []
  return { document: findings, rules: certainOnly(rules, findings), readable: page !== undefined }
}

function parsePlain(file: string, source: string): ReturnType<typeof parsePlainPage> {
  const parsed = parsePlainPage({ file, source, commands: KNOWN_COMMANDS })
  return { ...parsed, findings: inPlainPage(parsed.findings) }
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

/** Wrong usage: a document outside the knowledge base never runs, and ids are of pages in it. */
export const pathsAreStatic = (ids: readonly string[]) =>
  ids.length > 0
    ? usageError({ es: `«${ids[0]}» no es una ruta que exista.`, en: `"${ids[0]}" is no path that exists.` })
    : usageError(
        { es: 'Un documento de fuera no se puede ejecutar.', en: 'A document from outside cannot be run.' },
        { es: 'Añade --static.', en: 'Add --static.' },
      )

const notThere = (path: string) =>
  usageError(
    { es: `No existe «${path}».`, en: `There is no "${path}".` },
    {
      es: 'Da la ruta de un archivo Markdown o de un directorio.',
      en: 'Give the path of a Markdown file or a directory.',
    },
  )

const ownPage = (path: string) =>
  usageError(
    { es: `«${path}» es de la base de conocimiento.`, en: `"${path}" belongs to the knowledge base.` },
    {
      es: 'Da el id del runbook, o ninguno para comprobarlo todo.',
      en: 'Give the id of the runbook, or none to check everything.',
    },
  )
