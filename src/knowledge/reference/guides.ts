import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { type Guide, guideSchema } from '#schema/guide.ts'

const FOLDER = new URL('../../finding/guide/', import.meta.url)

/** What there is to say of each kind of finding beyond its message, by code. Throws for a file that is no guide: it is ours. */
export async function readGuides(): Promise<ReadonlyMap<string, Guide>> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.yaml')).sort()
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, FOLDER), 'utf8')))
  const entries = texts.flatMap((text) => Object.entries(parse(text) as Record<string, unknown>))
  return new Map(entries.map(([code, guide]) => [code, guideSchema.parse(guide, { reportInput: true })]))
}
