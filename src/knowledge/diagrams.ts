import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { readDiagram } from '#document/diagram/read.ts'
import type { Finding } from '#finding/finding.ts'
import { readText } from './pages.ts'
import { DIAGRAMS, inRoot } from './paths.ts'

/** What is wrong with the diagrams of the knowledge base. */
export async function diagramFindings(): Promise<Finding[]> {
  if (!existsSync(inRoot(DIAGRAMS))) return []
  const files = (await readdir(inRoot(DIAGRAMS))).filter((name) => name.endsWith('.yaml')).sort()
  return files.flatMap((name) => readDiagram(readText(`${DIAGRAMS}/${name}`)).findings)
}
