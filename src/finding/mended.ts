import type { Localized } from '#schema/locale.ts'
import type { FindingCode } from './catalogue.ts'

/**
 * The findings `pnpm verify --fix` mends, and when: only where one single edit is certain. What a person
 * must decide (an effect, a value, which of two names is right) is not here.
 */
export const MENDED = {
  FENCE_LANGUAGE_SHELL: {
    es: 'en un bloque sh, shell o console que solo tiene comandos conocidos, sin prompts: escribe bash, y en un runbook también el id del paso',
    en: 'in a block sh, shell or console of known commands alone, without prompts: writes bash and, on a runbook, the id of the step too',
  },
  FENCE_UNMARKED: {
    es: 'en un runbook, si el bloque solo tiene comandos conocidos: le da un id sacado de su primer comando, o el de la otra lengua',
    en: 'on a runbook, if the block holds known commands alone: gives it an id taken from its first command, or that of the other language',
  },
  FENCE_KEY_UNKNOWN: {
    es: 'si una sola clave está a una letra de distancia',
    en: 'if just one key is one letter away',
  },
  FENCE_KEY_DUPLICATE: {
    es: 'si las dos veces dice lo mismo: quita la segunda',
    en: 'if it says the same both times: removes the second',
  },
  FENCE_VALUE: {
    es: 'si la clave tiene una lista de valores y uno solo está a una letra de distancia',
    en: 'if the key has a list of values and just one is one letter away',
  },
  COMMAND_COMPOSE_ONE: {
    es: 'donde el comando está escrito tal cual, también dentro de ssh o bash -c: escribe docker compose',
    en: 'where the command is written as it is, inside ssh or bash -c too: writes docker compose',
  },
  COMMAND_UNKNOWN: {
    es: 'si un solo comando, de cuatro letras o más, está a una letra de distancia (una de más, de menos o cambiada, o dos cruzadas)',
    en: 'if just one command, of four letters or more, is one letter away (one too many, missing or changed, or two swapped)',
  },
  COMMAND_FLAG_UNKNOWN: {
    es: 'si una sola opción, de cuatro letras o más, está a una letra de distancia (una de más, de menos o cambiada, o dos cruzadas)',
    en: 'if just one flag, of four letters or more, is one letter away (one too many, missing or changed, or two swapped)',
  },
  LOCALE_FENCE_DIFFERS: {
    es: 'como pnpm sync: copia la línea del bloque español, y deja la prosa',
    en: 'as pnpm sync does: copies the line of the Spanish block, and leaves prose alone',
  },
  LOCALE_TEXT_DIFFERS: {
    es: 'como pnpm sync: copia el bloque español',
    en: 'as pnpm sync does: copies the Spanish block',
  },
  SCRIPT_STALE: { es: 'genera el script', en: 'generates the script' },
  SCRIPT_MISSING: { es: 'genera el script', en: 'generates the script' },
} as const satisfies Partial<Record<FindingCode, Localized>>

/** The code of a finding that may carry a fix. */
export type MendedCode = keyof typeof MENDED
