import { NotModelled } from '../../model.ts'

/** A call of a transform: `.date('%Y')`. */
export interface Transform {
  name: string
  args: readonly string[]
}

/** One key of a projection: where the value is, what is done to it, and its heading. */
export interface Column {
  path: readonly (string | number | 'each')[]
  transforms: readonly Transform[]
  label: string | undefined
  sort: number | undefined
}

/** A parsed `--format`: `table[no-heading](name, status.url:label=URL)`. */
export interface FormatSpec {
  name: string
  attributes: Readonly<Record<string, string | true>>
  columns: readonly Column[]
}

/** Parses a format expression (`gcloud topic formats`, `gcloud topic projections`). */
export const parseFormat = (text: string): FormatSpec => {
  const found = /^\s*([a-z]+)\s*(?:\[([^\]]*)\])?\s*(?:\(([\s\S]*)\))?\s*$/.exec(text)
  if (found === null) throw new NotModelled(`--format=${text}`)
  const [, name, attributes, projection] = found
  return {
    name: name as string,
    attributes: parseAttributes(attributes ?? ''),
    columns: splitTop(projection ?? '', ',').map(parseColumn),
  }
}

const parseAttributes = (text: string): Record<string, string | true> =>
  Object.fromEntries(
    splitTop(text, ',').map((item) => {
      const [name, value] = splitOnce(item, '=')
      return [name, value === undefined ? true : unquote(value)]
    }),
  )

const parseColumn = (text: string): Column => {
  const [key, ...options] = splitTop(text, ':')
  const settings = Object.fromEntries(options.map((option) => splitOnce(option, '=')))
  const sort = settings.sort === undefined ? undefined : Number(settings.sort)
  return { ...parseKey(key ?? ''), label: settings.label && unquote(settings.label), sort }
}

/** Parses `status.traffic[0].percent` or `name.basename()`. */
export const parseKey = (text: string): Pick<Column, 'path' | 'transforms'> => {
  const path: (string | number | 'each')[] = []
  const transforms: Transform[] = []
  for (const part of splitTop(text, '.')) {
    const call = /^([a-z_]+)\(([\s\S]*)\)$/.exec(part)
    if (call) transforms.push({ name: call[1] as string, args: splitTop(call[2] as string, ',').map(unquote) })
    else path.push(...parseSegment(part))
  }
  return { path, transforms }
}

const parseSegment = (part: string): (string | number | 'each')[] => {
  const found = /^("[^"]*"|'[^']*'|[\w-]*)((?:\[-?\d*\])*)$/.exec(part)
  if (found === null) throw new NotModelled(`the key ${part} of a format`)
  const indexes = [...(found[2] as string).matchAll(/\[(-?\d*)\]/g)].map(([, digits]) =>
    digits ? Number(digits) : 'each',
  )
  return [...(found[1] === '' ? [] : [unquote(found[1] as string)]), ...indexes]
}

const splitOnce = (text: string, separator: string): [string, string | undefined] => {
  const at = text.indexOf(separator)
  return at < 0 ? [text.trim(), undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

const unquote = (text: string): string => text.trim().replace(/^(["'])([\s\S]*)\1$/, '$2')

/** Splits at a separator outside quotes and brackets; parts are trimmed, empty ones left out. */
export const splitTop = (text: string, separator: string): string[] => {
  const parts: string[] = ['']
  let depth = 0
  let quote = ''
  for (const letter of text) {
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if ('([{'.includes(letter)) depth += 1
    else if (')]}'.includes(letter)) depth -= 1
    if (letter === separator && depth === 0 && quote === '') parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
