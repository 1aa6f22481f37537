import { readFileSync } from 'node:fs'
import type { Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { sourceHash } from '#report/source-hash.ts'
import { wholeFile } from '#schema/place.ts'
import { scriptMissing } from '#script/findings/missing.ts'
import { scriptOrphan } from '#script/findings/orphan.ts'
import { scriptStale } from '#script/findings/stale.ts'
import { renderScript } from '#script/render.ts'
import { scriptSource } from '#script/source.ts'
import { pairRunbooks } from '../pages.ts'
import { inRoot, RUNBOOKS } from '../paths.ts'
import { scriptIds } from './load.ts'

/** A script as its pages say it should be. */
export interface ExpectedScript {
  id: string
  page: string
  file: string
  text: string
}

/** A script on disk that is not as it should be. `text` is undefined for one no page generates. */
export interface Drift {
  file: string
  text: string | undefined
  finding: Finding
}

/** The scripts of every runbook of the knowledge base, rendered. */
export function expectedScripts(pages: readonly Page[]): ExpectedScript[] {
  return [...pairRunbooks(pages)].map(([id, pair]) => {
    const hash = sourceHash({ es: pair.es.source, en: pair.en?.source })
    const text = renderScript(scriptSource(pair, hash))
    return { id, page: pair.es.file, file: `${RUNBOOKS}/${id}.ts`, text }
  })
}

/** What must be written or deleted so that disk and pages agree. `files` are all pages, also those that could not be read. */
export async function scriptDrift(scripts: readonly ExpectedScript[], files: readonly string[]): Promise<Drift[]> {
  const ids = scripts.map(({ id }) => id)
  return [...changedScripts(scripts), ...(await orphanScripts(ids, files))]
}

/** Scripts on disk that are missing or not as their pages say. */
export const changedScripts = (scripts: readonly ExpectedScript[]): Drift[] => scripts.flatMap(driftOf)

/** Scripts on disk that no page generates: neither one of these ids, nor one of a page that could not be read. */
export async function orphanScripts(ids: readonly string[], files: readonly string[]): Promise<Drift[]> {
  const known = new Set([...ids, ...files.map((file) => file.replace(/^.*\//, '').replace(/\.md$/, ''))])
  return (await scriptIds()).filter((id) => !known.has(id)).map(orphan)
}

function driftOf({ file, page, text }: ExpectedScript): Drift[] {
  const found = textOf(file)
  if (found?.replaceAll('\r\n', '\n') === text) return []
  const definition = found === undefined ? scriptMissing : scriptStale
  return [{ file, text, finding: definition.at(wholeFile(page), { script: file }, { generated: file }) }]
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(inRoot(file), 'utf8')
  } catch {
    return undefined
  }
}

function orphan(id: string): Drift {
  const file = `${RUNBOOKS}/${id}.ts`
  return { file, text: undefined, finding: scriptOrphan.at(wholeFile(file), { script: file }) }
}
