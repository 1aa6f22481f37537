import { openFixture } from '#fixture/open.ts'
import { FIXTURES, inRoot } from '#knowledge/paths.ts'
import { createProgress } from '#report/progress.ts'
import { run } from '#run/run.ts'
import type { RunEvent } from '#schema/event.ts'
import type { FindingReport } from '#schema/finding.ts'
import { isIdle, type Plan } from '#schema/plan.ts'
import type { RunReport } from '#schema/report.ts'
import { note, type Terminal } from '../terminal/terminal.ts'

export interface FixtureRun {
  run: RunReport
  findings: readonly FindingReport[]
  /** What the fixture's tools refuse of the files the pages show: the document is wrong, whatever its steps did. */
  refused?: readonly FindingReport[]
}

interface FixtureRunOptions {
  terminal: Terminal
  verbose: boolean
  quiet?: boolean
  keep?: boolean
  /** The image of the Docker fixture, where it is known already. */
  image?: string | undefined
}

/** Runs a plan in a pristine fixture, showing it as it goes, and removes the fixture whatever happens. */
export async function runInFixture(
  plan: Plan,
  { terminal, verbose, quiet, keep, image }: FixtureRunOptions,
): Promise<FixtureRun> {
  const tell = (line: string) => note(line, terminal)
  const shell = await openFixture({
    name: plan.shell,
    directory: inRoot(FIXTURES, plan.script.system),
    inputs: plan.inputs,
    idle: plan.procedures.every(isIdle),
    tell,
    signal: terminal.signal,
    image,
    snapshot: knowsSecrets(plan) ? undefined : 'make',
  })
  const findings: FindingReport[] = []
  const show = quiet ? () => {} : progressOn(terminal, verbose)
  const emit = (event: RunEvent) => {
    if (event.kind === 'step-finished' && event.finding) findings.push(event.finding)
    show(event)
  }
  try {
    return { run: await run({ plan, shell, locale: terminal.locale, signal: terminal.signal, emit }), findings }
  } finally {
    if (keep && shell.keep) terminal.err.write(HOW_TO_ENTER[terminal.locale](await shell.keep()))
    else await shell.close()
  }
}

/** Whether a secret is another than the pages show: a world that knows one is never written to a disk. */
const knowsSecrets = ({ inputs }: Plan): boolean =>
  Object.values(inputs).some(({ secret, source }) => secret && source !== 'example' && source !== 'default')

const HOW_TO_ENTER = {
  es: (name: string) => `El entorno queda en marcha.
  Entra:             pnpm fixture shell ${name}
  Mira qué hay:      docker ps --all · gcloud run services list · ls (allí dentro)
  Bórralo:           pnpm fixture clean ${name}
`,
  en: (name: string) => `The fixture stays up.
  Enter it:          pnpm fixture shell ${name}
  Look around:       docker ps --all · gcloud run services list · ls (in there)
  Remove it:         pnpm fixture clean ${name}
`,
}

/** Progress goes to stderr: stdout is for the report. */
export function progressOn({ err, words }: Terminal, verbose: boolean): (event: RunEvent) => void {
  return createProgress({ words, paint: err.paint, write: err.write, terminal: err.terminal, verbose })
}
