import { endlessArgumentLoops } from '#document/argument-loop.ts'
import { placeIn } from '#document/model.ts'
import { finding } from '#finding/finding.ts'
import type { Rule } from '../rule.ts'

/** Loops over arguments that stay at one they do not know. */
export const argumentLoop: Rule = ({ page, blocks }) =>
  blocks.flatMap((block) =>
    block.script.errors.length > 0
      ? []
      : endlessArgumentLoops(block.text).map(({ start, end }) =>
          finding('HAZARD_LOOP_ENDLESS', placeIn(page, block, start, end)),
        ),
  )
