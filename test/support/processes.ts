import { execFileSync } from 'node:child_process'

/** The processes whose command line holds a text: id, parent and command line of each. */
export function commandsWith(text: string): string[] {
  const list = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return list.split('\n').filter((line) => line.includes(text))
}

/** Ids of the watchdogs of a run. */
export function watchdogsOf(pid: number | undefined): number[] {
  return commandsWith('watchdog-program').flatMap((line) => {
    const [id, parent] = line.trim().split(/\s+/).map(Number)
    return parent === pid && id ? [id] : []
  })
}
