import { type Finding, finding } from '#finding/finding.ts'
import { type Call, placeOfCall, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Checks that cannot tell what they are for: `grep healthy` finds `unhealthy` too, and `docker info` need not show a login. */
export const blindCheck: Rule = ({ calls }) =>
  calls.flatMap((call, index) => {
    if (!/^(e|f)?grep$/.test(call.name)) return []
    const before = calls[index - 1]
    return [...healthy(call), ...(before?.block === call.block ? login(before, call) : [])]
  })

function healthy(call: Call): Finding[] {
  const pattern = call.words.find(({ text }) => text === 'healthy')
  const exact = call.words.some(({ text }) =>
    /^(-[a-zA-Z]*[wxv]|--word-regexp|--line-regexp|--invert-match)/.test(text ?? ''),
  )
  return pattern && !exact ? [finding('HAZARD_HEALTH_MATCH', placeOfWord(call, pattern.word))] : []
}

function login(before: Call, call: Call): Finding[] {
  const asks = before.name === 'docker' && before.words[0]?.text === 'info' && before.command.piped
  const found = call.words.some(({ text }) => /^username:?$/i.test(text ?? ''))
  return asks && found ? [finding('HAZARD_LOGIN_CHECK', placeOfCall(before))] : []
}
