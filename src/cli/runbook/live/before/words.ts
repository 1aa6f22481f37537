import { EXIT, StopError } from '#finding/error.ts'
import type { Localized } from '#schema/locale.ts'
import { flagOf } from '#schema/parameter/flag.ts'
import type { Plan } from '#schema/plan.ts'
import type { Present } from './present.ts'

const names = (found: readonly Present[]) => found.map(({ required }) => required.name).join(', ')

const steps = (found: readonly Present[]) => [...new Set(found.map(({ required }) => required.step))].join(', ')

/** What a run needs and this machine has not. */
export const LACKING = {
  text: (found: readonly Present[]): Localized => ({
    es: `Falta en esta máquina, o no puede trabajar: ${names(found)} (en ${steps(found)}).`,
    en: `Missing on this machine, or not able to work: ${names(found)} (in ${steps(found)}).`,
  }),
  hint: (found: readonly Present[]): Localized => ({
    es: [...new Set(found.map((one) => otherwise(one).es))].join(' '),
    en: [...new Set(found.map((one) => otherwise(one).en))].join(' '),
  }),
  goOn: {
    es: 'Falta algo que los pasos usan. ¿Sigo sin ello?',
    en: 'Something the steps use is missing. Go on without it?',
  },
}

/** What to do about a program. */
const otherwise = ({ required, there }: Present): Localized => {
  const { name, tool } = required
  if (there && tool?.facts?.ready) return tool.facts.ready.otherwise
  return { es: `Instala ${name}, o ponlo en el PATH.`, en: `Install ${name}, or put it on the PATH.` }
}

/** Before the first step of a run that goes to more than this machine. */
export const START: Localized = { es: '¿Es este el objetivo? ¿Empiezo?', en: 'Is this the target? Start?' }

/** The command that rehearses a plan with its own values. A secret is its example there. */
export function rehearsalCommand({ script, procedures, inputs }: Plan): string {
  const named = script.procedures.length > 1 ? [procedures[0]?.procedure.id] : []
  const flags = Object.entries(inputs).flatMap(([name, { value, secret, source }]) =>
    secret || source === 'default' ? [] : [flagOf(name), quoted(value)],
  )
  return ['pnpm runbook', script.id, ...named, '--dry-run', ...flags].join(' ')
}

const quoted = (value: string) => (/^[\w.,:/@%+=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`)

/** A run of what nobody has seen work, and that a mistake of could not be taken back here. */
export function notRehearsed(plan: Plan): StopError {
  const command = rehearsalCommand(plan)
  return new StopError(
    EXIT.usage,
    {
      es: 'Esta página borra, o cambia algo fuera de esta máquina, y nadie la ha ensayado como es ahora.',
      en: 'This page deletes, or changes something beyond this machine, and nobody has rehearsed it as it is now.',
    },
    {
      hint: {
        es: `Ensáyala: ${command}. Si no puedes, añade --unverified.`,
        en: `Rehearse it: ${command}. If you cannot, add --unverified.`,
      },
    },
  )
}
