import type { JournalEntry } from './unit-state.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Nov 29 01:08:00 prod uvicorn[1234]: …` (journalctl(1), short). */
export function journalLine({ at, identifier, pid, message }: JournalEntry, host: string): string {
  const date = new Date(at)
  const day = String(date.getUTCDate()).padStart(2, '0')
  return `${MONTHS[date.getUTCMonth()]} ${day} ${date.toISOString().slice(11, 19)} ${host} ${identifier}[${pid}]: ${message}`
}

/** `2026-11-29T01:08:00+0000 prod …`. */
export const isoLine = (entry: JournalEntry, host: string): string =>
  `${new Date(entry.at).toISOString().slice(0, 19)}+0000 ${host} ${entry.identifier}[${entry.pid}]: ${entry.message}`

/** An entry as JSON, with the fields pages ask for (systemd.journal-fields(7)). */
export const jsonLine = ({ at, unit, identifier, pid, priority, message }: JournalEntry, host: string): string =>
  JSON.stringify({
    __REALTIME_TIMESTAMP: String(at * 1000),
    _HOSTNAME: host,
    ...(identifier === 'systemd' ? { UNIT: unit } : { _SYSTEMD_UNIT: unit }),
    SYSLOG_IDENTIFIER: identifier,
    _PID: String(pid),
    PRIORITY: String(priority),
    MESSAGE: message,
  })

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `Sun 2026-11-29 01:08:00 UTC`. */
export function stamp(moment: number): string {
  const date = new Date(moment)
  return `${DAYS[date.getUTCDay()]} ${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
