import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Asked, Files } from '../kind.ts'
import { titleOf } from '../title.ts'

/** Laid out as the project is. In names and texts, `new-system` stands for the id, and `New system` for the system as prose calls it. */
const TEMPLATE = join(import.meta.dirname, 'template')

/** A system: the world its runbooks run in, an application with its document, and the runbook that deploys it. */
export function systemFiles({ id }: Asked): Files {
  const fill = (text: string) => text.replaceAll('new-system', id).replaceAll('New system', titleOf(id))
  const entries = readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = paths.map((path) => [fill(pathIn(path)), fill(readFileSync(path, 'utf8'))] as const)
  return Object.fromEntries(files.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

const pathIn = (path: string): string => relative(TEMPLATE, path).split(sep).join('/')
