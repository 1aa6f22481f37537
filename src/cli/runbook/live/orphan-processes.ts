import { execFile } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { EXIT, StopError } from '#finding/error.ts'
import { bearers, endTree } from '#fixture/process-tree.ts'
import type { PastRun } from '#run/journal/past-run.ts'
import { askYes } from '../../terminal/prompt.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** How long the watchdog of a killed run may take. */
const WATCHDOG_MS = 3500

/** Shows the processes a killed run left, and ends them once that is agreed to. Stops otherwise: they may be doing a step still. */
export async function endSurvivors({ marks }: PastRun, yes: boolean, terminal: Terminal): Promise<void> {
  const found = await afterWatchdog(marks)
  if (found.length === 0) return
  const { out, locale } = terminal
  out.write(`${FOUND[locale]}\n${await described(found)}\n`)
  if (!yes && !(terminal.interactive && (await askYes(END[locale], terminal)))) throw stillThere(found)
  await Promise.all(marks.map((mark) => endTree({ pid: undefined, mark }, terminal.signal)))
}

/** Those that are there once the killed run's watchdog had its time. */
async function afterWatchdog(marks: readonly string[]): Promise<number[]> {
  const deadline = Date.now() + WATCHDOG_MS
  for (;;) {
    const found = await bearers(marks)
    if (found.length === 0 || Date.now() > deadline) return found
    await wait(100)
  }
}

async function described(pids: readonly number[]): Promise<string> {
  const args = ['-ww', '-o', 'pid=,etime=,args=', '-p', pids.join(',')]
  const list = await promisify(execFile)('ps', args).catch(() => ({ stdout: pids.join('\n') }))
  return list.stdout.trimEnd()
}

const FOUND = { es: 'Siguen en marcha, de aquella ejecución:', en: 'Of that run, these are still there:' }
const END = { es: '¿Los termino?', en: 'End them?' }

const stillThere = (pids: readonly number[]) =>
  new StopError(
    EXIT.usage,
    {
      es: 'No se sigue mientras procesos de aquella ejecución sigan en marcha.',
      en: 'The run does not go on while processes of it are still there.',
    },
    { hint: { es: `Termínalos: kill ${pids.join(' ')}`, en: `End them: kill ${pids.join(' ')}` } },
  )
