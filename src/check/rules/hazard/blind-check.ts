import { pageRule } from '#check/rule.ts'
import { hazardHealthMatch, healthy } from './health-match.ts'
import { hazardLoginCheck, login } from './login-check.ts'

/** Checks that cannot tell what they are for: `grep healthy` finds `unhealthy` too, and `docker info` need not show a login. */
export const blindCheck = pageRule([hazardHealthMatch, hazardLoginCheck], ({ calls }) =>
  calls.flatMap((call, index) => {
    if (!/^(e|f)?grep$/.test(call.name)) return []
    const before = calls[index - 1]
    return [...healthy(call), ...(before?.block === call.block ? login(before, call) : [])]
  }),
)
