import type { Escalation } from '#schema/card.ts'
import type { Service } from '../service.ts'

/** A procedure of the page, in one language. */
export interface ProcedureWords {
  title: string
  when: string
  symptoms?: readonly string[]
  takes: string
  interrupts: string
  stop: string
  irreversible?: string
  /** Where it need not hold, by the names of variations, and why. */
  except?: Readonly<Record<string, string>>
}

export const PROCEDURES = ['start', 'try', 'watch', 'trial', 'release', 'roll-back', 'stop'] as const
export type ProcedureId = (typeof PROCEDURES)[number]

/** What the header of a page says in one language. */
export interface HeaderWords {
  title(service: Service): string
  description: string
  parameters: Readonly<Record<'VERSION' | 'PREVIOUS_VERSION' | 'PORT' | 'TRIAL_PORT', string>>
  procedures: Readonly<Record<ProcedureId, ProcedureWords>>
  instead: readonly { when: string; do: string }[]
  escalation: readonly Escalation[]
  labels: Readonly<Record<Label, string>>
}

/** How a page without a site calls the parts of its card. */
type Label = 'symptoms' | 'takes' | 'interrupts' | 'stop' | 'instead' | 'escalation' | 'within'

/** The text of a page in one language; `block` gives that of a step. */
export type PageBody = (given: { service: Service; block(id: string): string }) => string
