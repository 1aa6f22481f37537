import { type Finding, finding } from '#finding/finding.ts'
import { type Call, commandOf, hasFlag, placeOfCall } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Commands that return before their work is done, and what uses it right after. */
export const stillRunning: Rule = ({ calls }) =>
  calls.flatMap((call, index) => {
    const later = calls.slice(index + 1).filter(({ block }) => block === call.block)
    const started = startedBy(call, later)
    return started ? [finding('HAZARD_STILL_RUNNING', placeOfCall(call), started)] : []
  })

function startedBy(call: Call, later: readonly Call[]): Finding['data'] | undefined {
  const save = call.name === 'redis-cli' && call.words.find(({ text }) => /^bg(save|rewriteaof)$/i.test(text ?? ''))
  const isWaited = later.some(({ words }) =>
    words.some(({ text }) => /^(lastsave|rdb_bgsave_in_progress|persistence)$/i.test(text ?? '')),
  )
  const copied = later.find(({ name }) => /^(cp|mv|tar|gzip|scp|rsync)$/.test(name))
  if (save && copied && !isWaited) return { command: `redis-cli ${save.text}`, other: copied.name }
  const next = later.find(({ name }) => name === 'gcloud')
  const asks = call.name === 'gcloud' && call.match && hasFlag(call, '--async') && next && !isWait(next)
  return asks ? { command: `${commandOf(call)} --async`, other: 'gcloud' } : undefined
}

const isWait = ({ match }: Call) => match?.path.includes('wait') || match?.path.includes('operations')
