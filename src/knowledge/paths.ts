import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root directory. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const CONTENT = 'content/docs'
/** Of systems, a file each; pages link to them. */
export const DIAGRAMS = 'content/diagrams'
export const RUNBOOKS = 'runbooks'
export const FIXTURES = 'runbooks/fixtures'
/** What we leave between runs: evidence of the last verification, journals. Never committed. */
export const STATE = '.runbook'

/** An absolute path inside the project. */
export const inRoot = (...parts: string[]): string => join(ROOT, ...parts)

/** A path relative to the project's root, with forward slashes. */
export const fromRoot = (path: string): string => relative(ROOT, path).split(sep).join('/')
