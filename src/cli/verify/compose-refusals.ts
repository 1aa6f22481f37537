import { reportFinding } from '#catalogue/catalogue.ts'
import { refusedCompose, shownCompose } from '#check/files/compose/refusal.ts'
import { isRunbook } from '#document/model.ts'
import { composeRefusals } from '#fixture/docker/compose-config.ts'
import { readPage } from '#knowledge/pages.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'

interface Asked {
  image: string
  locale: Locale
  signal: AbortSignal
}

/** What the Docker Compose of the fixture says against the Compose files that pages show, whether a step uses them or not. */
export async function refusedIn(files: readonly string[], { image, locale, signal }: Asked): Promise<FindingReport[]> {
  const pages = files.map(readPage).flatMap(({ page }) => (page && isRunbook(page) ? [page] : []))
  const shown = pages.flatMap(shownCompose)
  const reasons = await composeRefusals(shown, { image, signal })
  return shown.flatMap((one, index) => {
    const reason = reasons[index]
    return reason === undefined ? [] : [reportFinding(refusedCompose(one, reason), locale)]
  })
}
