import type { MetaOptions } from '@astrojs/starlight/expressive-code'
import { parseDuration } from '#schema/duration.ts'
import { EFFECT_VERBS, type EffectVerb } from '#schema/effect.ts'
import { EXPECTATIONS, type ExpectationMode } from '#schema/fence.ts'

/** What a fence is on the page, as far as its reader should see. Malformed fences are findings elsewhere; here they stay plain. */
export type SiteBlock =
  | StepFrame
  | { kind: 'checked'; reason: string }
  | { kind: 'expect'; mode: ExpectationMode; path: string | undefined }
  | { kind: 'file'; path: string }
  | { kind: 'plain' }

export interface StepFrame {
  kind: 'step'
  id: string
  effect: EffectVerb
  timeoutMs: number | undefined
  exit: string | undefined
  undoes: string | undefined
  manual: string | undefined
  confirm: boolean
  background: boolean
}

/** Reads a fence's metadata with the renderer's own parser. */
export function blockOf(language: string, meta: MetaOptions): SiteBlock {
  const mode = EXPECTATIONS.find((other) => other === meta.getString('expect'))
  if (mode) return { kind: 'expect', mode, path: meta.getString('path') }
  const file = meta.getString('file')
  if (file) return { kind: 'file', path: file }
  if (language !== 'bash') return { kind: 'plain' }
  const id = meta.getString('step')
  if (id) return stepFrame(id, meta)
  const reason = meta.getString('checked')
  return reason ? { kind: 'checked', reason } : { kind: 'plain' }
}

function stepFrame(id: string, meta: MetaOptions): StepFrame {
  const exit = meta.getString('exit')
  return {
    kind: 'step',
    id,
    effect: EFFECT_VERBS.find((verb) => verb === meta.getString('effect')) ?? 'update',
    timeoutMs: parseDuration(meta.getString('timeout') ?? ''),
    exit: exit === '0' ? undefined : exit,
    undoes: meta.getString('undoes'),
    manual: meta.getString('manual'),
    confirm: meta.getBoolean('confirm') === true,
    background: meta.getBoolean('background') === true,
  }
}
