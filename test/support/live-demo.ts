// A live run of steps given on the command line, in a process of its own: a test can kill it, or type into its terminal.
import { join } from 'node:path'
import type { Parameter } from '#schema/parameter/parameter.ts'
import type { Procedure } from '#schema/procedure.ts'
import { defineRunbook, type ScriptStep } from '#schema/script.ts'
import { liveRun } from '../../src/cli/runbook/live/run.ts'
import type { RunbookOptions } from '../../src/cli/runbook/options.ts'
import { runCli } from '../../src/cli/terminal/run-cli.ts'

/** A step as far as it is data. */
export type DemoStep = { id: string; effect: ScriptStep['effect']; text: string; manual?: string } & Partial<
  Omit<ScriptStep, 'run' | 'manual'>
>

export interface LiveDemo {
  directory: string
  options: RunbookOptions
  steps: readonly DemoStep[]
  parameters?: Readonly<Record<string, Omit<Parameter, 'label'>>>
  /** One of all steps where there are none. */
  procedures?: readonly (Pick<Procedure, 'id' | 'steps'> & Partial<Procedure>)[]
  /** Another for another page. */
  hash?: string
  /** Prose of the page. */
  title?: string
}

/** A runbook of these steps. */
export function demoScript({
  steps,
  parameters = {},
  procedures,
  hash = 'one',
  title = 'Demo',
}: Omit<LiveDemo, 'directory' | 'options'>) {
  const prose = { es: title, en: title }
  const all = procedures ?? [{ id: 'demo', steps: steps.map(({ id }) => id) }]
  return defineRunbook({
    id: 'demo',
    system: 'demo',
    title: prose,
    sources: { es: 'demo.md' },
    hash,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, { ...one, label: prose }])),
    procedures: all.map((one) => ({ title: prose, when: prose, ...one })),
    items: steps.map(({ text, manual, ...step }) => ({
      kind: 'step',
      title: prose,
      lines: { es: 1 },
      timeoutMs: 240_000,
      ...step,
      ...(manual && { manual: { es: manual, en: manual } }),
      run: ($) => $([text] as unknown as TemplateStringsArray),
    })),
  })
}

if (process.argv[1]?.endsWith('live-demo.ts')) {
  const { directory, options, ...demo }: LiveDemo = JSON.parse(process.argv.splice(2, 1)[0] ?? '')
  await runCli((terminal) =>
    liveRun(demoScript(demo), options, { ...terminal, directory, state: join(directory, 'state') }),
  )
}
