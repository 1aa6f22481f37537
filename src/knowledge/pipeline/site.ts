import { checkSite } from '#check/check-site.ts'
import { distinctFindings } from '#check/distinct-findings.ts'
import type { Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { diagramFindings } from '../diagrams.ts'
import type { Outline } from '../outline.ts'
import { orphanScripts } from '../scripts/outdated.ts'
import type { GroupResult } from './group.ts'
import { surroundings } from './surroundings.ts'

/** Everything that can be found in a knowledge base without running it. */
export interface CheckedKnowledge {
  findings: readonly Finding[]
  outlines: readonly Outline[]
  /** Files elsewhere in the project that rules asked for, and whether they were there. */
  asked: Readonly<Record<string, boolean>>
}

/** The results of all groups, with what only the whole site shows, sorted, each finding once. `incidents` are their post-mortems. */
export async function mergeGroups(
  groups: readonly GroupResult[],
  incidents: readonly Page[],
): Promise<CheckedKnowledge> {
  const asked: Record<string, boolean> = Object.assign({}, ...groups.map((group) => group.asked))
  const around = await surroundings([], (file, there) => {
    asked[file] = there
  })
  const site = { pages: groups.flatMap(({ summaries }) => summaries), incidents }
  const orphans = await orphanScripts(
    groups.flatMap(({ scripts }) => scripts),
    groups.flatMap(({ files }) => files),
  )
  return {
    findings: distinctFindings([
      ...groups.flatMap(({ findings }) => findings),
      ...checkSite(site, around),
      ...orphans.map(({ finding }) => finding),
      ...(await diagramFindings()),
    ]),
    outlines: groups.flatMap(({ outlines }) => outlines),
    asked,
  }
}
