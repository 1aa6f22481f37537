/** A JavaScript template literal whose cooked text is exactly `text`. Lines stay lines, so that it can be read. */
export function templateLiteral(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replaceAll('${', '\\${')
    .replaceAll(/[^\P{Cc}\n\t]|[\u2028\u2029\ufeff]|\p{Cs}/gu, escapeUnit)
  return `\`${escaped}\``
}

const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A one-line JavaScript string literal, single-quoted. */
export function stringLiteral(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'").replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}

/** A JavaScript literal of plain data, nested on one line. Keys stay in order. */
export function dataLiteral(value: unknown): string {
  if (typeof value === 'string') return stringLiteral(value)
  if (Array.isArray(value)) return `[${value.map(dataLiteral).join(', ')}]`
  if (typeof value === 'object' && value !== null) return `{ ${properties(value).join(', ')} }`
  return String(value)
}

function properties(value: object): string[] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${keyLiteral(key)}: ${dataLiteral(member)}`)
}

const keyLiteral = (key: string) => (/^[A-Za-z_]\w*$/.test(key) ? key : stringLiteral(key))
