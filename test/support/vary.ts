import { loadSeed } from '#fixture/seed.ts'
import type { Locale } from '#schema/locale.ts'
import { runnableScript } from '#script/runnable.ts'
import type { Subject } from '../../src/variation/attempt.ts'
import { type Amount, type Varied, varyProcedure } from '../../src/variation/vary-procedure.ts'
import { type Fixture, sourceOf } from './page-run.ts'

export interface VaryRequest extends Partial<Amount> {
  /** The pages by file, and the runbook meant. */
  sources: ReadonlyMap<string, string>
  id: string
  /** Its first where none is named. */
  procedure?: string
  /** Folder of its system's seed world. */
  directory: string
  fixture?: Fixture
  locale?: Locale
}

/** The variations of a procedure, straight from its pages. */
export async function varyPages(request: VaryRequest): Promise<Varied> {
  const { count = 4, seed = 1 } = request
  return varyProcedure(await subjectOf(request), { count, seed })
}

/** A procedure of these pages in this world. */
export async function subjectOf({ sources, id, procedure, directory, ...rest }: VaryRequest): Promise<Subject> {
  const script = runnableScript(sourceOf(sources, id))
  const found = procedure === undefined ? script.procedures[0] : script.procedures.find((one) => one.id === procedure)
  if (!found) throw new Error(`the runbook ${id} has no procedure ${procedure}`)
  const { fixture = 'embedded', locale = 'en' } = rest
  const image = fixture === 'docker' ? (await import('./docker.ts')).builtImage() : undefined
  const world = { name: fixture, image, directory, tell: () => {}, signal: new AbortController().signal }
  const { variations } = (await loadSeed(directory, {})).seed
  return { script, procedure: found, variations, world, locale }
}
