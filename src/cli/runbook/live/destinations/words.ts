import type { Localized } from '#schema/locale.ts'
import type { Destination, DestinationKind } from '#tools/facts/destination.ts'
import type { Confirmed } from './compare.ts'
import { isCertain } from './find.ts'

const KINDS: Readonly<Record<DestinationKind, Localized>> = {
  project: { es: 'al proyecto', en: 'the project' },
  region: { es: 'a la región', en: 'the region' },
  account: { es: 'como la cuenta', en: 'as the account' },
  host: { es: 'a la máquina', en: 'the machine' },
  context: { es: 'a lo que diga la configuración', en: 'what this configuration says:' },
}

/** What a step goes to, where it is another thing than was confirmed. */
export const atOther = (step: string, { kind, name }: Destination, confirmed: Confirmed): Localized => ({
  es: `El paso «${step}» va ${KINDS[kind].es} ${name}, que no es de esta ejecución${of(confirmed[kind])}.`,
  en: `Step "${step}" addresses ${KINDS[kind].en} ${name}, which is not of this run${of(confirmed[kind])}.`,
})

/** What a step goes to, where it cannot be told whether that was confirmed. */
export function unclear(step: string, { kind, name }: Destination, confirmed: Confirmed): Localized {
  const shown = isCertain(name) ? { es: name, en: name } : UNKNOWN
  return {
    es: `El paso «${step}» va ${KINDS[kind].es} ${shown.es}, y no está claro que sea de esta ejecución${of(confirmed[kind])}.`,
    en: `Step "${step}" addresses ${KINDS[kind].en} ${shown.en}, and whether that is of this run${of(confirmed[kind])} is not clear.`,
  }
}

const UNKNOWN: Localized = { es: '(no se sabe cuál)', en: '(which one is not known)' }

const of = (names: readonly string[]) => (names.length > 0 ? ` (${names.join(', ')})` : '')

/** What to do about it. */
export const hint = ({ kind }: Destination): Localized =>
  kind === 'context'
    ? {
        es: 'Quita de la página lo que elige otra configuración, o responde en una terminal.',
        en: 'Remove from the page what chooses another configuration, or answer in a terminal.',
      }
    : { es: 'Usa en la página la variable del parámetro.', en: "Use the parameter's variable on the page." }
