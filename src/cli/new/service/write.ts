import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from '#knowledge/replace-file.ts'
import { RECORD } from '#service/generate/make.ts'
import { isRecord, madeIn } from '#service/generate/record.ts'
import type { MadeFile } from '#service/generate/service.ts'
import { hashOf } from '#service/model/read.ts'

/** A file to write: where, and how the record of what was made calls it. */
export interface Target extends MadeFile {
  /** Absolute. */
  file: string
}

/** The made files in a folder. */
export const targetsIn = (folder: string, files: readonly MadeFile[]): Target[] =>
  files.map((one) => ({ ...one, file: join(folder, one.path) }))

/** A file that somebody changed since it was made: its text, and the one that would replace it. */
export interface Edited {
  file: string
  before: string
  after: string
}

/** The targets that somebody has edited, by the record that `service`, the folder of a service, holds. */
export function editedOf(targets: readonly Target[], service: string): Edited[] {
  const record = readOptional(join(service, RECORD))
  const made = record === undefined ? {} : madeIn(record)
  return targets.flatMap(({ file, path, text }) => {
    const before = readOptional(file)
    if (before === undefined || before === text) return []
    const isOurs = path === RECORD ? isRecord(before) : made[path] === hashOf(before)
    return isOurs ? [] : [{ file, before, after: text }]
  })
}

/** Writes the files that are not yet as they should be, and gives their paths. */
export function writeTargets(targets: readonly Target[]): string[] {
  const changed = targets.filter(({ file, text }) => readOptional(file) !== text)
  for (const { file, text } of changed) replaceFile(file, text)
  return changed.map(({ file }) => file)
}

const readOptional = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
