import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDiagram } from '#document/diagram/read.ts'

const RIGHT = `title: { es: La tienda, en: The shop }
places:
  server: { name: { es: El servidor, en: The server } }
parts:
  web: { name: Web, kind: service, place: server }
  db:
    name: PostgreSQL
    kind: store
ways:
  - { from: web, to: db, port: "5432" }
`
/** What is found with a line in place of another: its line, its code, and what it is about. */
const foundWith = (before: string, after: string) =>
  readDiagram({ file: 'content/diagrams/shop.yaml', source: RIGHT.replace(before, after) }).findings.map(
    ({ code, place, data }) =>
      `${place.file}:${place.start.line}:${place.start.column} ${code} ${data.key ?? data.name ?? data.reason}`,
  )

it('reads a name as the same in both languages, and a port as it is written', () => {
  const { diagram, findings } = readDiagram({ file: 'a.yaml', source: RIGHT })
  expect(findings).toEqual([])
  expect(diagram?.parts.web?.name).toEqual({ es: 'Web', en: 'Web' })
  expect(diagram?.ways[0]?.port).toBe('5432')
})

it.each([
  ['{ es: La tienda, en: The shop }', '{ es: La tienda }', '1:1 DOCUMENT_DIAGRAM_MISSING title.en'],
  ['en: The server } }', 'eng: The server } }', '3:13 DOCUMENT_DIAGRAM_MISSING places.server.name.en'],
  ['    kind: store\n', '', '6:3 DOCUMENT_DIAGRAM_MISSING parts.db.kind'],
  ['kind: store', 'kind: blue', '8:5 DOCUMENT_DIAGRAM_VALUE parts.db.kind'],
  ['kind: store', 'colour: store', '6:3 DOCUMENT_DIAGRAM_MISSING parts.db.kind'],
  ['name: PostgreSQL', 'name: ""', '7:5 DOCUMENT_DIAGRAM_MISSING parts.db.name.es'],
  ['to: db', 'to: bd', '10:18 DOCUMENT_DIAGRAM_UNKNOWN bd'],
  ['place: server', 'place: sever', '5:36 DOCUMENT_DIAGRAM_UNKNOWN sever'],
  ['port: "5432"', 'prot: "5432"', '10:26 DOCUMENT_DIAGRAM_UNKNOWN prot'],
  ['ways:', 'wasy:', '1:1 DOCUMENT_DIAGRAM_MISSING ways'],
  ['    kind: store', '    kind: [store', '9:1 DOCUMENT_DIAGRAM_SYNTAX'],
])('names the line: %j', (before, after, expected) => {
  expect(foundWith(before, after)[0]).toContain(`content/diagrams/shop.yaml:${expected}`)
})

it.each(['', '- a', 'x', 'title: &a [*a, *a]', `${'['.repeat(20000)}`])('never throws: %s', (source) => {
  expect(readDiagram({ file: 'a.yaml', source }).findings.length).toBeGreaterThan(0)
})

it('takes the example of CONTRIBUTING, in both languages of it', () => {
  const examples = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^```yaml\n(title: [\s\S]*?)^```$/gm)]
  expect(examples).toHaveLength(2)
  for (const [, source = ''] of examples) expect(readDiagram({ file: 'a.yaml', source }).findings).toEqual([])
})
