import { readFile } from 'node:fs/promises'
import { isOwnerAlive, ownerMark } from '#run/journal/owner.ts'

/** How often it is looked whether they are still there. */
const LOOK_MS = 250

/** Aborts once a process that started this one, pnpm or a shell of its, is gone: nobody would see what a run goes on doing. */
export async function watchParents(): Promise<{ signal: AbortSignal; stop(): void }> {
  const gone = new AbortController()
  const parent = process.ppid
  const marks = await Promise.all((await starters(parent)).map((pid) => ownerMark(pid)))
  const look = async () => {
    const alive = await Promise.all(marks.map(isOwnerAlive))
    if (process.ppid !== parent || alive.includes(false)) gone.abort()
  }
  const timer = setInterval(() => void look(), LOOK_MS)
  timer.unref()
  return { signal: gone.signal, stop: () => clearInterval(timer) }
}

/** A process and, where it is only a shell that runs one line for another, that other too. */
async function starters(pid: number): Promise<number[]> {
  const [program = '', flag] = (await read(`/proc/${pid}/cmdline`)).split('\0')
  const isLine = /(^|\/)(sh|dash|bash)$/.test(program) && flag === '-c'
  return isLine ? [pid, ...(await starters(await parentOf(pid)))] : [pid]
}

async function parentOf(pid: number): Promise<number> {
  const stat = await read(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

const read = (path: string) => readFile(path, 'latin1').catch(() => '')
