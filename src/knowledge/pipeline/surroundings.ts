import { existsSync, readFileSync, statSync } from 'node:fs'
import { FINDING_CODES } from '#catalogue/catalogue.ts'
import { loadFormats } from '#check/files/load.ts'
import type { Surroundings, WorkspaceFile } from '#check/rule.ts'
import type { Block, Page } from '#document/model.ts'
import { loadToolsFor } from '#tools/load.ts'
import { FIXTURES, inRoot } from '../paths.ts'
import { situations, variations, workspaceFiles, worldImages, worldWords } from '../worlds.ts'

/** Hears of each file of the project that rules ask for, and whether it is there. */
export type OnFile = (path: string, there: boolean) => void

/** What the rules know beyond these pages: the pinned grammars, the formats, and what the seed worlds hold. */
export async function surroundings(pages: readonly Page[], onFile: OnFile = () => {}): Promise<Surroundings> {
  const texts = pages.flatMap(({ blocks }) => blocks.filter(hasCommands).map(({ text }) => text))
  const projectFile = (path: string) => {
    const there = existsSync(inRoot(path))
    onFile(path, there)
    return there
  }
  const [tools, formats] = await Promise.all([loadToolsFor(texts), loadFormats(pages)])
  return {
    tools,
    formats,
    workspaceFiles,
    workspaceFile,
    worldWords,
    worldImages,
    situations,
    variations,
    findingCodes: FINDING_CODES,
    projectFile,
  }
}

/** Whether a block may hold commands: bash, and what a Dockerfile runs. */
const hasCommands = ({ kind, language }: Block) =>
  kind === 'step' || kind === 'checked' || (kind !== 'expect' && /^docker(file)?$/i.test(language))

function workspaceFile(system: string, path: string): WorkspaceFile | undefined {
  const file = inRoot(FIXTURES, system, 'laptop', system, path)
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? { text: readFileSync(file, 'utf8'), executable: (found.mode & 0o100) !== 0 } : undefined
}
