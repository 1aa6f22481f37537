/** What stands in the place of a secret. */
export const MASK = '***'

/** Hides secrets in texts and in streams of chunks. */
export interface Redactor {
  /** A whole text with every secret masked. */
  text(text: string): string
  /** Any data with every string in it masked, keys included. */
  data<T>(data: T): T
  /** A filter for one stream: a secret split across chunks is still found. `flush` gives what it held back. */
  stream(): { push(chunk: string): string; flush(): string }
}

/** A redactor of these values, raw and in the encodings tools print: base64, hex, URL, JSON, shell quotes. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const needles = [...new Set(secrets.flatMap(forms))].sort((a, b) => b.length - a.length)
  const text = (value: string) => needles.reduce((masked, needle) => masked.replaceAll(needle, MASK), value)
  return { text, data: (data) => mapStrings(data, text) as typeof data, stream: () => createStream(text, needles) }
}

function forms(secret: string): string[] {
  if (secret === '') return []
  const raw = [secret, ...lines(secret)]
  return raw.flatMap((value) => [value, ...encodings(value)]).filter((form) => form.length > 1 || form === secret)
}

/** Lines of a secret of several lines: tools print them one by one. Short ones would mask ordinary words. */
const lines = (secret: string) => (secret.includes('\n') ? secret.split('\n').filter((line) => line.length >= 8) : [])

function encodings(value: string): string[] {
  const bytes = Buffer.from(value)
  const json = JSON.stringify(value).slice(1, -1)
  const url = encodeURIComponent(value)
  return [
    ...base64Forms(bytes),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    url,
    url.replaceAll('%20', '+'),
    json,
    JSON.stringify(json).slice(1, -1),
    value.replaceAll("'", "'\\''"),
    value.replaceAll(/[^\w@%+=:,./-]/g, '\\$&'),
  ]
}

/** Base64 of the value at each of the three alignments it can have inside a longer text, and whole. */
function base64Forms(bytes: Buffer): string[] {
  const inner = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const start = Math.ceil((shift * 8) / 6)
    const spare = ((shift + bytes.length) * 8) % 6 === 0 ? 0 : 1
    return encoded.slice(start, encoded.length - spare)
  })
  const all = [bytes.toString('base64'), ...inner].filter((form) => form.length >= 6)
  return all.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')])
}

function createStream(text: (value: string) => string, needles: readonly string[]) {
  let held = ''
  return {
    push(chunk: string) {
      const masked = text(held + chunk)
      const keep = heldBack(masked, needles)
      held = masked.slice(masked.length - keep)
      return masked.slice(0, masked.length - keep)
    },
    flush() {
      const rest = text(held)
      held = ''
      return rest
    },
  }
}

/** Length of the longest end of the text that could be the start of a secret. */
function heldBack(text: string, needles: readonly string[]): number {
  const longest = Math.min(text.length, (needles[0]?.length ?? 1) - 1)
  for (let length = longest; length > 0; length--) {
    const end = text.slice(-length)
    if (needles.some((needle) => needle.length > length && needle.startsWith(end))) return length
  }
  return 0
}

function mapStrings(data: unknown, map: (value: string) => string): unknown {
  if (typeof data === 'string') return map(data)
  if (Array.isArray(data)) return data.map((member) => mapStrings(member, map))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, member]) => [map(key), mapStrings(member, map)]))
}
