/** Columns as docker prints them: ten wide at least, three spaces apart, the last one not padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, at) => Math.max(7, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (row: readonly string[]): string =>
    row.map((text, at) => (at === columns - 1 ? text : text.padEnd((widths[at] ?? 0) + 3))).join('')
  return rows.map((row) => `${line(row)}\n`).join('')
}

/** Go's units.HumanDuration of milliseconds: `About a minute`. */
export function humanDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.round(seconds / 3600)
  if (seconds < 1) return 'Less than a second'
  if (seconds === 1) return '1 second'
  if (seconds < 60) return `${seconds} seconds`
  if (minutes === 1) return 'About a minute'
  if (minutes < 60) return `${minutes} minutes`
  if (hours === 1) return 'About an hour'
  if (hours < 48) return `${hours} hours`
  if (hours < 24 * 7 * 2) return `${Math.floor(hours / 24)} days`
  if (hours < 24 * 30 * 2) return `${Math.floor(hours / 24 / 7)} weeks`
  if (hours < 24 * 365 * 2) return `${Math.floor(hours / 24 / 30)} months`
  return `${Math.floor(hours / 24 / 365)} years`
}

/** Go's units.HumanSize: powers of 1000, three or four digits. */
export function humanSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${Number((bytes / 1000 ** power).toPrecision(3))}${units[power]}`
}

/** Bytes of `512m`, `1g`; undefined when it is no size. */
export function parseSize(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([bkmgt]?)i?b?$/i.exec(text) ?? []
  return amount === undefined
    ? undefined
    : Number(amount) * 1024 ** Math.max(0, 'bkmgt'.indexOf(unit.toLowerCase() || 'b'))
}

/** Twelve characters of an id or digest, as tables show it. */
export const shortId = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12)
