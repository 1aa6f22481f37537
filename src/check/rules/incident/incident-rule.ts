import type { PageSummary } from '#check/page/site.ts'
import { type Rule, siteRule } from '#check/rule.ts'
import type { Page } from '#document/model.ts'
import type { Definition } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
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

/** A rule over the header of each post-mortem. */
export const incidentRule = (findings: readonly Definition[], check: (about: About) => Finding[]): Rule =>
  siteRule(findings, ({ pages, incidents }, { projectFile, findingCodes }) =>
    incidents.flatMap((page) => {
      const { incident, placeAt } = page
      if (!incident || !placeAt) return []
      const at = (...path: readonly (string | number)[]) => placeAt(['incident', ...path.map(String)])
      return check({ page, pages, incident, at, projectFile, findingCodes })
    }),
  )
