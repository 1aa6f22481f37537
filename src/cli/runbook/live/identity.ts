import { secretsOf } from '#run/inputs.ts'
import { contentOf } from '#run/journal/content.ts'
import { freeName } from '#run/journal/journal.ts'
import { ownerMark } from '#run/journal/owner.ts'
import type { PastRun } from '#run/journal/past-run.ts'
import { fileOf } from '#run/page.ts'
import { createRedactor } from '#run/redact.ts'
import type { RunIdentity } from '#schema/journal.ts'
import type { Plan } from '#schema/plan.ts'
import { stepText } from '#script/step-text.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { RunbookOptions } from '../options.ts'
import { startOf } from './live-plan.ts'
import { operator } from './locks.ts'
import { journalsOf, runName } from './run-store.ts'
import type { Target } from './target-of.ts'

interface IdentityRequest {
  /** The run that goes on, if one does. */
  past: PastRun | undefined
  target: Target
  options: RunbookOptions
  terminal: Terminal
}

/** What a live run is of, without its secrets: what a later one must be of to go on with it. */
export async function identityOf(
  plan: Plan,
  { past, target, options, terminal }: IdentityRequest,
): Promise<RunIdentity> {
  const { script, inputs, procedures } = plan
  const at = new Date()
  const { from, until, only } = options.selection
  const open = Object.entries(inputs).flatMap(([name, { value, secret }]) => (secret ? [] : [[name, value]]))
  return createRedactor(secretsOf(inputs)).data({
    kind: 'run',
    version: 1,
    at: at.toISOString(),
    by: operator(),
    owner: await ownerMark(),
    run: past?.identity.run ?? freeName(journalsOf(terminal), runName(script.id, at)),
    runbook: script.id,
    title: script.title[terminal.locale],
    file: fileOf({ plan, locale: terminal.locale }),
    procedure: procedures[0]?.procedure.id ?? '',
    hash: script.hash,
    content: contentOf(plan, stepText),
    selection: { ...(from && { from }), ...(until && { until }), ...(only && { only: [...only] }) },
    inputs: Object.fromEntries(open),
    secrets: Object.keys(inputs).filter((name) => inputs[name]?.secret),
    target: { ...target },
    directory: startOf(options, terminal),
    ...(options.undoes && { undoes: options.undoes }),
  })
}
