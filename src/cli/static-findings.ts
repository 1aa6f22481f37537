import { existsSync, readdirSync } from 'node:fs'
import { check } from '#check/check.ts'
import type { Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { loadGrammarsFor } from '#grammar/load-tools.ts'
import { FIXTURES, inRoot } from './paths.ts'

/** What can be told of pages without running them, given the pinned grammars and what the seed worlds hold. */
export async function staticFindings(pages: readonly Page[]): Promise<Finding[]> {
  const texts = pages.flatMap(({ blocks }) => blocks.filter(({ kind }) => BASH.has(kind)).map(({ text }) => text))
  return check(pages, { grammars: await loadGrammarsFor(texts), workspaceFiles, projectFile })
}

const BASH: ReadonlySet<string> = new Set(['step', 'checked'])

const projectFile = (path: string): boolean => existsSync(inRoot(path))

/** Files of the directory a run of a system starts in, relative to it. The seed's working directory has the system's name. */
function workspaceFiles(system: string): ReadonlySet<string> | undefined {
  try {
    const directory = inRoot(FIXTURES, system, 'laptop', system)
    return new Set(readdirSync(directory, { recursive: true, encoding: 'utf8' }))
  } catch {
    return undefined
  }
}
