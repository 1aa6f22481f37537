import type { Locale } from '#schema/locale.ts'
import { flagOf } from '#schema/parameter/flag.ts'
import { REGIONS } from '#schema/parameter/gcp-region.ts'
import type { Parameter } from '#schema/parameter/parameter.ts'
import { isSecret } from '#schema/plan.ts'
import type { RunbookScript } from '#schema/script.ts'
import { stepIds } from '#script/plan.ts'
import { FIXTURE } from '../../fixture/fixture.ts'
import { GENERATE } from '../../generate/generate.ts'
import { NEW } from '../../new/new.ts'
import { RUNS } from '../../runs/runs.ts'
import { SYNC } from '../../sync/sync.ts'
import type { Command } from '../../terminal/help.ts'
import { type Option, takesValue } from '../../terminal/option-table.ts'
import { VERIFY } from '../../verify/help.ts'
import { RUNBOOK } from '../help.ts'

/** A word that can be typed, and what it means. */
export interface Word {
  word: string
  about: string
}

/** An option; `values` are what can follow it: words, directories, anything (none) or nothing at all. */
export interface OptionWord extends Word {
  values: readonly string[] | 'steps' | 'directories' | 'any' | undefined
}

/** A runbook as it can be typed. */
export interface RunbookWords extends Word {
  procedures: readonly Word[]
  steps: readonly string[]
  parameters: readonly OptionWord[]
}

/** All that can be typed after `pnpm`. */
export interface Vocabulary {
  commands: readonly { name: string; options: readonly OptionWord[]; takesIds: boolean }[]
  runbooks: readonly RunbookWords[]
}

/** Commands a person calls, with their options as their help has them. */
const COMMANDS: Readonly<Record<string, { command: Command; takesIds: boolean }>> = {
  runbook: { command: RUNBOOK, takesIds: true },
  runs: { command: RUNS, takesIds: false },
  verify: { command: VERIFY, takesIds: true },
  new: { command: NEW, takesIds: false },
  fixture: { command: FIXTURE, takesIds: false },
  generate: { command: GENERATE, takesIds: false },
  sync: { command: SYNC, takesIds: false },
}

/** What can be typed where there are these runbooks. */
export function vocabularyOf(scripts: readonly RunbookScript[], locale: Locale): Vocabulary {
  return {
    commands: Object.entries(COMMANDS).map(([name, { command, takesIds }]) => ({
      name,
      options: Object.entries(command.options).map(([option, one]) => optionWord(option, one, locale)),
      takesIds,
    })),
    runbooks: scripts.map((script) => runbookWords(script, locale)),
  }
}

function optionWord(name: string, option: Option, locale: Locale): OptionWord {
  return { word: `--${name}`, about: option.words[locale], values: valuesOf(name, option) }
}

const STEPS = new Set(['from', 'until', 'only'])

function valuesOf(name: string, option: Option): OptionWord['values'] {
  if (!takesValue(option)) return undefined
  if (STEPS.has(name)) return 'steps'
  return name === 'directory' ? 'directories' : (option.choices?.names ?? 'any')
}

function runbookWords(script: RunbookScript, locale: Locale): RunbookWords {
  return {
    word: script.id,
    about: script.title[locale],
    procedures: script.procedures.map(({ id, title }) => ({ word: id, about: title[locale] })),
    steps: stepIds(script),
    parameters: Object.entries(script.parameters).flatMap(([name, one]) =>
      isSecret(one) ? [] : [{ word: flagOf(name), about: one.label[locale], values: parameterValues(one) }],
    ),
  }
}

function parameterValues({ type, choices }: Parameter): readonly string[] | 'any' {
  if (type === 'choice') return choices ?? 'any'
  return type === 'gcp-region' ? REGIONS : 'any'
}
