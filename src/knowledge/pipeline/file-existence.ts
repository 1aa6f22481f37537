import { existsSync } from 'node:fs'
import { inRoot } from '../paths.ts'

/** Whether files that rules asked for are there, or missing, as they were. */
export const stillThere = (files: Readonly<Record<string, boolean>>): boolean =>
  Object.entries(files).every(([file, there]) => existsSync(inRoot(file)) === there)
