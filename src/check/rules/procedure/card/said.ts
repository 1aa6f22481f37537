import { pageRule, type Rule } from '#check/rule.ts'
import type { Runbook } from '#document/model.ts'
import { type PageProcedure, proceduresOf } from '#document/procedure.ts'
import type { Definition } from '#finding/define.ts'
import type { Place } from '#schema/place.ts'
import { isOperated } from './operated.ts'

/** A rule over each procedure of a page for operators whose card leaves something unsaid. */
export const said = (finding: Definition, isSaid: (procedure: PageProcedure, page: Runbook) => boolean): Rule =>
  pageRule([finding], ({ page }) =>
    isOperated(page)
      ? proceduresOf(page)
          .filter((procedure) => !isSaid(procedure, page))
          .map((procedure) => finding.at(placeOf(page, procedure), { id: procedure.id }))
      : [],
  )

const placeOf = (page: Runbook, { declared }: PageProcedure): Place =>
  page.placeAt(declared === undefined ? ['runbook', 'id'] : ['runbook', 'procedures', String(declared), 'id'])
