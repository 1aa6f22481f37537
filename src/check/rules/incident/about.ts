import type { PageSummary } from '#check/page/site.ts'
import type { Page } from '#document/model.ts'
import type { Incident } from '#schema/incident.ts'
import type { Place } from '#schema/place.ts'

/** A post-mortem, and what its checks look at beside it. */
export interface About {
  page: Page
  pages: readonly PageSummary[]
  incident: Incident
  /** Place of a part of the header. */
  at: (...path: readonly (string | number)[]) => Place
  findingCodes: ReadonlySet<string> | undefined
  projectFile: ((path: string) => boolean) | undefined
}
