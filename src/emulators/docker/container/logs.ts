import { parseGoDuration } from '../../images/build/healthcheck.ts'
import { Blocked, NotModelled, type Output } from '../../model.ts'
import { type DockerCommand, type Flags, Refused } from '../invocation.ts'
import type { Container, LogLine } from '../state.ts'
import { requireContainer } from './store.ts'

/** `docker logs`. */
export const logs: DockerCommand = (at) => {
  const container = requireContainer(at.state, at.operands[0] ?? '')
  const lines = selectLines(container, at.flags, at.call.world.clock.now())
  const stamp = at.flags.has('timestamps')
  const output: Output = { stdout: show(lines, 'stdout', stamp), stderr: show(lines, 'stderr', stamp), exitCode: 0 }
  if (at.flags.has('follow') && container.state === 'running') throw new Blocked('docker logs --follow', output)
  return output
}

const show = (lines: readonly LogLine[], stream: LogLine['stream'], stamp: boolean): string =>
  lines
    .filter((line) => line.stream === stream)
    .map((line) => `${stamp ? `${new Date(line.at).toISOString().replace('Z', '000000Z')} ` : ''}${line.text}\n`)
    .join('')

/** The lines `--since`, `--until` and `--tail` choose. */
export function selectLines({ log }: Container, flags: Pick<Flags, 'value'>, now: number): LogLine[] {
  const since = momentOf(flags.value('since'), now) ?? -Infinity
  const until = momentOf(flags.value('until'), now) ?? Infinity
  const chosen = log.filter(({ at }) => at >= since && at <= until)
  const tail = flags.value('tail') ?? 'all'
  if (tail === 'all') return chosen
  if (!/^-?\d+$/.test(tail)) throw new Refused(`Error response from daemon: invalid tail value: ${tail}`)
  return Number(tail) <= 0 ? [] : chosen.slice(-Number(tail))
}

function momentOf(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined
  const age = parseGoDuration(text)
  if (age !== undefined) return now - age
  const moment = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)
  if (Number.isNaN(moment)) throw new NotModelled(`the moment ${text}`)
  return moment
}
