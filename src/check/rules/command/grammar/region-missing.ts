import { ask, type Call, commandOf, hasFlag, placeOfCall, positionals } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { isPlain } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { commandFlagMissing } from './flag-missing.ts'

/** Commands that do not say in which region a thing is, on pages that do not set one for all: they ask, or fail. */
export const place = pageRule([commandFlagMissing], ({ page, calls }) => {
  if (isPlain(page)) return []
  const set = new Set(calls.map((call) => ask(call, 'setting')?.name))
  return calls.flatMap((call): Finding[] => {
    const placed = ask(call, 'placed')
    if (!placed || set.has(placed.property) || hasFlag(call, placed.flag) || isElsewhere(call)) return []
    return [commandFlagMissing.at(placeOfCall(call), { command: commandOf(call), flag: placed.flag })]
  })
})

/** Whether the region may stand in another word: in the whole name of the thing, or in one only a run can tell. */
const isElsewhere = (call: Call): boolean =>
  positionals(call).some(({ text }) => text === undefined || text.includes('locations/')) ||
  call.words.some(({ word }) => word.open)
