import type { Service } from '../service.ts'

/** A procedure of the page, in one language. */
export interface ProcedureWords {
  title: string
  when: string
  symptoms?: readonly string[]
  interrupts?: string
  irreversible?: string
  /** Where it need not hold, by the names of variations, and why. */
  except?: Readonly<Record<string, string>>
}

export const PROCEDURES = ['start', 'try', 'watch', 'trial', 'release', 'roll-back', 'stop'] as const
export type ProcedureId = (typeof PROCEDURES)[number]

/** What a page says in one language. */
export interface PageWords {
  title(service: Service): string
  description: string
  parameters: Readonly<Record<'VERSION' | 'PREVIOUS_VERSION' | 'PORT' | 'TRIAL_PORT', string>>
  procedures: Readonly<Record<ProcedureId, ProcedureWords>>
  /** The text of the page; `block` gives that of a step. */
  body(given: { service: Service; block(id: string): string }): string
}
