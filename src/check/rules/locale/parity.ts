import { twinRule } from '#check/rule.ts'
import { isRunbook, type Page, type Runbook } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { blocksFindings, localeBlocksDiffer } from './blocks-differ.ts'
import { localeFenceDiffers } from './fence-differs.ts'
import { headerFindings, localeHeaderDiffers } from './header-differs.ts'
import { localeOrderDiffers, orderFindings } from './order-differs.ts'
import { extraSteps, localeStepExtra } from './step-extra.ts'
import { localeStepMissing, missingSteps } from './step-missing.ts'
import { localeTextDiffers } from './text-differs.ts'
import { localeTwinMissing, twinMissing } from './twin-missing.ts'

/** A page against its twin: there is one, and of runbooks it has the same header, the same steps in the same order and the same commands. */
export const parity = twinRule(
  [
    localeHeaderDiffers,
    localeStepMissing,
    localeStepExtra,
    localeOrderDiffers,
    localeBlocksDiffer,
    localeTwinMissing,
    localeFenceDiffers,
    localeTextDiffers,
  ],
  ({ es, en }) => {
    if (es && en && isRunbook(es) && isRunbook(en)) return pairFindings(en, es)
    const alone = es && en ? [es, en].filter(isRunbook) : [es, en]
    return alone.flatMap((page) => (page && isPublished(page) ? [twinMissing(page)] : []))
  },
)

/** A page outside the content folder is a single document; one at its top belongs to the site. */
const isPublished = ({ file, slug }: Page) => file.includes('content/docs/') && slug.includes('/')

const pairFindings = (en: Runbook, es: Runbook): Finding[] => [...headerFindings(en, es), ...bodyFindings(en, es)]

/** Only the first kind there is: the others follow from it. */
function bodyFindings(en: Runbook, es: Runbook): Finding[] {
  const steps = [...missingSteps(en, es), ...extraSteps(en, es)]
  if (steps.length > 0) return steps
  const order = orderFindings(en, es)
  return order.length > 0 ? order : blocksFindings(en, es)
}
