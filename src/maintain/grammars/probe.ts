import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PATIENCE_MS = 2000
const MOST_OUTPUT = 2 ** 20
/** `nobody`: what a probe really does, it does to nothing. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

let directory: string | undefined

/** All a program prints, run with nothing to read, in an empty directory, by a user without rights. */
export function probe(tool: string, args: readonly string[]): Promise<string> {
  directory ??= mkdtempSync(join(tmpdir(), 'grammars-'))
  const { PATH } = process.env
  const env = { PATH, LC_ALL: 'C', HOME: directory, PAGER: 'cat', COLUMNS: '200', PGHOST: directory, TERM: 'dumb' }
  const child = spawn(tool, args, { ...NOBODY, cwd: directory, env, stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    let output = ''
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.length > MOST_OUTPUT) child.kill('SIGKILL')
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(late)
      resolve(output)
    })
  })
}

/** The version a program says it has: the first number with a dot. */
export async function versionOf(tool: string, args: readonly string[] = ['--version']): Promise<string> {
  return /\d+(?:\.\d+)+\w*/.exec(await probe(tool, args))?.[0] ?? '?'
}
