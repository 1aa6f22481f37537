import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { EXIT, StopError } from '#finding/error.ts'

/** Makes a directory that only its owner can read, and those above it. Throws as the system does. */
export function makePrivateDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (error) {
    // Node says ENOENT of a read-only disk; whether it can be written says why.
    accessSync(nearestThere(directory), constants.W_OK)
    throw error
  }
}

const nearestThere = (path: string): string => (existsSync(path) ? path : nearestThere(dirname(path)))

/** Does what writes a file of a live run; whatever the disk refuses stops the run with the reason. */
export function orStop<Value>(file: string, act: () => Value): Value {
  try {
    return act()
  } catch (error) {
    throw unwritable(file, error as NodeJS.ErrnoException)
  }
}

function unwritable(file: string, error: NodeJS.ErrnoException): StopError {
  const reason = REASONS[error.code ?? ''] ?? { es: error.message, en: error.message }
  return new StopError(
    EXIT.noFixture,
    {
      es: `No se puede escribir ${file}: ${reason.es}.`,
      en: `${file} cannot be written: ${reason.en}.`,
    },
    {
      cause: error,
      hint: {
        es: 'Sin diario no se ejecuta nada de verdad. Haz sitio, o pon otro directorio en XDG_STATE_HOME.',
        en: 'Nothing runs for real without a journal. Make room, or put another directory in XDG_STATE_HOME.',
      },
    },
  )
}

const FULL = { es: 'no queda espacio', en: 'no space is left' }
const REASONS: Readonly<Record<string, { es: string; en: string }>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EROFS: { es: 'el disco es de solo lectura', en: 'the disk is read-only' },
  EACCES: { es: 'falta permiso', en: 'permission is missing' },
  EPERM: { es: 'falta permiso', en: 'permission is missing' },
  ENOTDIR: { es: 'en su lugar hay un archivo', en: 'a file is in its place' },
  EEXIST: { es: 'ya existe', en: 'it exists already' },
}
