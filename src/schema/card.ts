import { z } from 'zod'
import { parseDuration } from './duration.ts'
import type { Localized } from './locale.ts'

const text = z.string().trim().min(1)

/** When a procedure is not the one to use, and what is: another runbook by its id, or what to do. */
export const insteadSchema = z.strictObject({ when: text, use: text.optional(), do: text.optional() })

/**
 * What someone in a hurry needs before anything else. A page says it for all its procedures, a procedure for itself.
 * The command to run is not among it: it follows from the ids.
 */
export const cardKeys = {
  /** Words its reader would search for: messages, alerts, status codes. */
  symptoms: z.array(text).optional(),
  /** How long it takes, measured. */
  takes: text.optional(),
  /** What it interrupts, for whom and for how long. */
  interrupts: text.optional(),
  /** When to stop instead of going on. */
  stop: text.optional(),
  instead: z.array(insteadSchema).min(1).optional(),
}

/** The keys of a card, as a page's header may say them. */
export type Card = z.infer<z.ZodObject<typeof cardKeys>>

/** What a page says for its procedures, and a procedure for itself in its place. */
export function cardOf(page: Card, procedure: Card = {}): Card {
  const said = Object.keys(cardKeys).map((key) => [key, procedure[key as keyof Card] ?? page[key as keyof Card]])
  return Object.fromEntries(said.filter(([, value]) => value !== undefined))
}

/** Whom to tell: on what condition, how soon, which role, and through which channel. */
export const escalationSchema = z.strictObject({
  when: text,
  within: z
    .string()
    .refine((value) => parseDuration(value) !== undefined)
    .optional(),
  role: text,
  how: text,
})
export type Escalation = z.infer<typeof escalationSchema>

export interface ScriptInstead {
  when: Localized
  use?: string
  do?: Localized
}

export interface ScriptEscalation {
  when: Localized
  within?: string
  role: Localized
  how: Localized
}
