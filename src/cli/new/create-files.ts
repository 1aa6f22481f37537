import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { EXIT, StopError } from '#finding/error.ts'
import { inRoot } from '#knowledge/paths.ts'
import type { Files } from './kind.ts'

/** Stops when one of these files or folders is there. */
export function refuseExisting(paths: readonly string[]): void {
  const taken = paths.find((path) => existsSync(inRoot(path)))
  if (taken !== undefined) throw exists(taken)
}

/**
 * Writes files that are not there yet: all of them, or none and no new folder. Nothing else of ours runs in between, so
 * that an interrupt comes before or after. Stops for one that exists, and for one that cannot be written.
 */
export function createFiles(files: Files): void {
  const made: (() => void)[] = []
  for (const [file, text] of Object.entries(files)) {
    try {
      makeFolder(dirname(inRoot(file)), made)
      writeNew(inRoot(file), text, made)
    } catch (cause) {
      for (const undo of made.reverse()) attempt(undo)
      throw isExisting(cause) ? exists(file) : unwritable(file, cause)
    }
  }
}

/** `made` is given what takes away each folder that was missing. */
function makeFolder(folder: string, made: (() => void)[]): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), made)
  mkdirSync(folder)
  made.push(() => rmdirSync(folder))
}

function writeNew(file: string, text: string, made: (() => void)[]): void {
  writeFileSync(file, '', { flag: 'wx' })
  made.push(() => rmSync(file))
  writeFileSync(file, text)
}

/** A folder of ours that somebody has put something into stays. */
function attempt(undo: () => void): void {
  try {
    undo()
  } catch {}
}

const isExisting = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'

const exists = (file: string) =>
  new StopError(
    EXIT.usage,
    { es: `${file} ya existe; no se ha escrito nada.`, en: `${file} exists already; nothing has been written.` },
    { hint: { es: 'Elige otro id.', en: 'Choose another id.' } },
  )

const unwritable = (file: string, cause: unknown) => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StopError(
    EXIT.failed,
    { es: `No se puede escribir ${file}: ${reason}`, en: `${file} cannot be written: ${reason}` },
    {
      cause,
      hint: {
        es: 'No ha quedado nada a medias. Resuélvelo y repite.',
        en: 'Nothing half-done is left. Solve that, then try again.',
      },
    },
  )
}
