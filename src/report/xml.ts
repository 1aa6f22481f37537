/** An XML element with its attributes, text or children. An attribute that is undefined is left out. */
export interface Xml {
  name: string
  attributes?: Readonly<Record<string, string | number | undefined>>
  text?: string
  children?: readonly Xml[]
}

/** An XML 1.0 document. Characters XML cannot hold are shown as U+FFFD. */
export function renderXml(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, '')}\n`
}

function element({ name, attributes = {}, text, children = [] }: Xml, indent: string): string {
  const open = `${indent}<${name}${attributeText(attributes)}`
  if (text !== undefined) return `${open}>${escaped(text)}</${name}>`
  if (children.length === 0) return `${open}/>`
  return `${open}>\n${children.map((child) => element(child, `${indent}  `)).join('\n')}\n${indent}</${name}>`
}

function attributeText(attributes: NonNullable<Xml['attributes']>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('')
}

/** https://www.w3.org/TR/xml/#charsets */
const INVALID = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const escaped = (text: string) =>
  text
    .replaceAll(INVALID, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
