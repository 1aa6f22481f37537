import { z } from 'zod'
import { cardKeys, type ScriptInstead } from './card.ts'
import type { Localized } from './locale.ts'

const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const text = z.string().trim().min(1)
const reason = z.string().trim().min(8)

/** One step, `deploy`, or all from one to another in page order, `check-access..log-out`. */
const stepsText = z.string().regex(/^[a-z][a-z0-9-]*(\.\.[a-z][a-z0-9-]*)?$/)

/** Variations of the system's world under which it need not hold, by name, and why. */
export const exceptionsSchema = z.record(slug, reason)

/** One use of a runbook, as a page's header declares it. */
export const procedureDeclarationSchema = z.strictObject({
  id: slug,
  title: text,
  /** When to use it, for who has to choose. */
  when: text,
  ...cardKeys,
  /** What has happened to the world before it is needed: a script of the system's `situations`. */
  situation: slug.optional(),
  /** The procedure whose end it starts from. */
  after: slug.optional(),
  steps: z.union([stepsText.transform((one) => [one]), z.array(stepsText).min(1)]),
  /** The procedure that undoes it. */
  undo: slug.optional(),
  /** Why none does. */
  irreversible: reason.optional(),
  except: exceptionsSchema.optional(),
  /** Why its steps need real tools: the embedded fixture leaves them out, with this reason. */
  docker: reason.optional(),
})
export type ProcedureDeclaration = z.infer<typeof procedureDeclarationSchema>

/** A procedure of a runbook, in every locale, its steps by id in page order. */
export interface Procedure<StepId extends string = string> {
  id: string
  title: Localized
  when: Localized
  symptoms?: { readonly es: readonly string[]; readonly en: readonly string[] }
  situation?: string
  after?: string
  takes?: Localized
  interrupts?: Localized
  stop?: Localized
  instead?: readonly ScriptInstead[]
  undo?: string
  irreversible?: Localized
  except?: Readonly<Record<string, Localized>>
  docker?: Localized
  steps: readonly StepId[]
}
