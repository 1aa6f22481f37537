import { readdirSync } from 'node:fs'
import type { StopError } from '#finding/error.ts'
import { nearest } from '#knowledge/nearest.ts'
import { FIXTURES, inRoot } from '#knowledge/paths.ts'
import type { Localized } from '#schema/locale.ts'
import { usageError } from '../terminal/options.ts'
import { ask } from '../terminal/prompt.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** The system a page is of: the one given, or asked for where somebody is there to answer. Stops for one there is not, and for none. */
export async function chooseSystem(given: string | undefined, terminal: Terminal): Promise<string> {
  const systems = systemNames()
  if (systems.length === 0) throw usageError(NONE, CREATE)
  if (given === undefined) {
    if (terminal.interactive) return askSystem(systems, terminal)
    throw usageError(
      { es: 'Di de qué sistema es: --system SISTEMA.', en: 'Say which system it is of: --system SYSTEM.' },
      listed(systems),
    )
  }
  if (systems.includes(given)) return given
  throw unknown(given, systems)
}

/** The systems there are: each has a folder with its world. */
const systemNames = (): string[] =>
  readdirSync(inRoot(FIXTURES), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .sort()

/** Asks until it is one there is. */
async function askSystem(systems: readonly string[], terminal: Terminal): Promise<string> {
  const { locale, out } = terminal
  for (;;) {
    const answer = (await ask(QUESTION[locale](systems), { terminal })).trim()
    if (systems.includes(answer)) return answer
    const { text, hint } = unknown(answer, systems)
    if (answer !== '') out.write(`  ${text[locale]} ${hint?.[locale]}\n`)
  }
}

function unknown(name: string, systems: readonly string[]): StopError {
  const meant = nearest(name, systems)
  return usageError(
    { es: `No hay ningún sistema «${name}».`, en: `There is no system "${name}".` },
    meant ? { es: `¿Querías decir «${meant}»?`, en: `Did you mean "${meant}"?` } : listed(systems),
  )
}

const QUESTION = {
  es: (systems: readonly string[]) => `¿De qué sistema es? (${systems.join(', ')}) `,
  en: (systems: readonly string[]) => `Which system is it of? (${systems.join(', ')}) `,
}

const NONE: Localized = { es: 'Todavía no hay ningún sistema.', en: 'There is no system yet.' }
const CREATE: Localized = { es: 'Crea el primero: pnpm new system <id>', en: 'Make the first: pnpm new system <id>' }

const listed = (systems: readonly string[]): Localized => ({
  es: `Los que hay: ${systems.join(', ')}. Uno nuevo: pnpm new system <id>`,
  en: `Those there are: ${systems.join(', ')}. A new one: pnpm new system <id>`,
})
