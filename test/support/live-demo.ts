// A live run of steps given on the command line, in a process of its own: a test can kill it, or type into its terminal.
import { join } from 'node:path'
import type { Parameter } from '#schema/parameter/parameter.ts'
import { defineRunbook } from '#schema/script.ts'
import { liveRun } from '../../src/cli/runbook/live/run.ts'
import type { RunbookOptions } from '../../src/cli/runbook/options.ts'
import { runCli } from '../../src/cli/terminal/run-cli.ts'

export interface LiveDemo {
  directory: string
  options: RunbookOptions
  /** Its parameters by name; none where there are none. */
  parameters?: Readonly<Record<string, Omit<Parameter, 'label'>>>
  steps: readonly { id: string; effect: 'read' | 'update' | 'delete'; text: string; manual?: string }[]
}

const { directory, options, steps, parameters = {} }: LiveDemo = JSON.parse(process.argv.splice(2, 1)[0] ?? '')
const title = { es: 'Demo', en: 'Demo' }
const procedure = { id: 'demo', title, when: title, steps: steps.map(({ id }) => id) }
const script = defineRunbook({
  id: 'demo',
  system: 'demo',
  title,
  sources: { es: 'demo.md' },
  hash: 'one',
  parameters: Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, { ...one, label: title }])),
  procedures: [procedure],
  items: steps.map(({ text, manual, ...step }) => ({
    ...step,
    ...(manual && { manual: { es: manual, en: manual } }),
    kind: 'step',
    title,
    lines: { es: 1 },
    timeoutMs: 60_000,
    run: ($) => $([text] as unknown as TemplateStringsArray),
  })),
})
await runCli((terminal) => liveRun(script, options, { ...terminal, directory, state: join(directory, 'state') }))
