import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { readDiagram } from '#document/diagram/read.ts'
import type { Diagram } from '#document/diagram/schema.ts'

/** Where the diagrams of systems are, relative to the project. */
const DIAGRAMS = 'content/diagrams'

/** The diagram in a file. Throws, with its lines, where something is wrong with it: `pnpm verify --static` says what. */
export function diagramAt(path: string): Diagram {
  const file = relative('.', path).replaceAll('\\', '/')
  const { diagram, findings } = readDiagram({ file, source: readFileSync(path, 'utf8') })
  if (diagram) return diagram
  const places = findings.map(({ code, place: { start } }) => `${file}:${start.line}:${start.column} ${code}`)
  throw new Error(`This diagram cannot be drawn; run "pnpm verify --static":\n${places.join('\n')}`)
}

/** The diagram of a system, by its name; undefined where there is none. */
export function diagramOf(system: string): Diagram | undefined {
  const path = resolve(DIAGRAMS, `${system}.yaml`)
  return existsSync(path) ? diagramAt(path) : undefined
}
