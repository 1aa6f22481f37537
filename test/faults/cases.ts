import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { applyEdit, EN, ES, lineOf } from './pages.ts'

const CASES = 'test/faults/cases'
export const FOLDER = { es: ES, en: EN }

/** `case.yaml`: one edit to a shipped page, and the finding it must give. */
const caseSchema = z.strictObject({
  /** What is wrong, in words. */
  fault: z.string(),
  /** File name; in both languages unless `only` says one. */
  page: z.string(),
  only: z.enum(['es', 'en']).optional(),
  find: z.string(),
  nth: z.number().optional(),
  replace: z.string(),
  /** A second edit, after the first. */
  also: z.strictObject({ find: z.string(), nth: z.number().optional(), replace: z.string() }).optional(),
  code: z.string(),
  /** Text of the line the finding must name, after the edit; its language is that of the page named. */
  at: z.string(),
  atNth: z.number().optional(),
  in: z.enum(['es', 'en']).default('es'),
  /** `run` in both fixtures; `reality` in the Docker fixture, since no emulator knows. */
  by: z.enum(['check', 'run', 'drift', 'reality']),
  /** What the Docker fixture says where it says something else: its code, and words of the real tool's message. */
  docker: z.strictObject({ code: z.string().optional(), message: z.string().optional() }).default({}),
  /** The fault changes what later steps build on: it takes a machine of its own. */
  alone: z.literal(true).optional(),
})

export type FaultCase = z.infer<typeof caseSchema> & { name: string }

export const cases: readonly FaultCase[] = readdirSync(CASES)
  .sort()
  .map((name) => ({ name, ...caseSchema.parse(parse(readFileSync(`${CASES}/${name}/case.yaml`, 'utf8'))) }))

/** A page with its fault, and the place of the finding it must give. */
export interface Faulty {
  pages: Map<string, string>
  id: string
  file: string
  line: number
}

/** The shipped pages with the fault of a case. */
export function withFault(pages: Map<string, string>, one: FaultCase): Faulty {
  const both = one.only === undefined
  const where = { page: both ? one.page : `${FOLDER[one.only ?? 'es']}/${one.page}`, both }
  const { find, nth = 1, replace, also } = one
  const once = applyEdit(pages, { ...where, find, nth, replace })
  const edited = also ? applyEdit(once, { ...where, ...also, nth: also.nth ?? 1 }) : once
  const file = `${FOLDER[one.in]}/${one.page}`
  return {
    pages: edited,
    id: one.page.replace(/\.md$/, ''),
    file,
    line: lineOf(edited.get(file) ?? '', one.at, one.atNth),
  }
}
