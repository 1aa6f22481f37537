import { interpolate, type Lookup } from './interpolate.ts'

/** Compose's reading of a `.env` or `env_file`: quotes removed, ` #` comments cut, `export` allowed, `$NAME` filled in but in single quotes. */
export function parseDotenv(text: string, outer: Readonly<Record<string, string>>): Record<string, string> {
  const env: Record<string, string> = {}
  const lookup: Lookup = (name) => outer[name] ?? env[name]
  for (const line of text.split(/\r?\n/)) {
    const [, name, raw] = /^\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*[=:]\s*(.*)$/.exec(line) ?? []
    if (name !== undefined) env[name] = readValue(raw ?? '', lookup)
    else if (/^\s*[A-Za-z_]\w*\s*$/.test(line) && outer[line.trim()] !== undefined)
      env[line.trim()] = outer[line.trim()] ?? ''
  }
  return env
}

function readValue(raw: string, lookup: Lookup): string {
  const single = /^'([^']*)'/.exec(raw)
  if (single) return single[1] ?? ''
  const double = /^"((?:\\.|[^"\\])*)"/.exec(raw)
  const text = double
    ? (double[1] ?? '').replace(/\\n/g, '\n').replace(/\\(["\\])/g, '$1')
    : raw.replace(/(^|\s)#.*$/, '').trim()
  return interpolate(text, lookup, () => {})
}
