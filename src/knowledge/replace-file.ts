import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Gives a file a new text, or leaves it as it was: whoever reads it, and whenever we are killed,
 * finds one or the other. Removes what killed writers left beside it. Throws when it cannot be written.
 */
export function replaceFile(file: string, text: string, mode?: number): void {
  mkdirSync(dirname(file), { recursive: true })
  for (const left of leftBeside(file)) rmSync(join(dirname(file), left), { force: true })
  const draft = `${file}.${process.pid}.new`
  try {
    writeFileSync(draft, text, { flag: 'wx', ...(mode !== undefined && { mode: mode & 0o777 }) })
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

function leftBeside(file: string): string[] {
  const start = `${basename(file)}.`
  return readdirSync(dirname(file)).filter((name) => {
    const writer = name.startsWith(start) && /^(\d+)\.new$/.exec(name.slice(start.length))?.[1]
    return writer ? !isAnother(Number(writer)) : false
  })
}

/** Whether another process that is still there has this id. Ours writes one file at a time. */
function isAnother(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
