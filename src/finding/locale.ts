import type { Entry } from './entry.ts'

/** Found by comparing the English page with the Spanish one. */
export const LOCALE_FINDINGS = {
  LOCALE_TWIN_MISSING: {
    severity: 'error',
    es: { message: 'La página no tiene su gemela {expected}.', hint: 'Créala con los mismos bloques.' },
    en: { message: 'The page has no twin {expected}.', hint: 'Create it with the same blocks.' },
  },
  LOCALE_HEADER_DIFFERS: {
    severity: 'error',
    es: {
      message: '{key} es aquí «{found}» y en {other}, «{expected}».',
      hint: 'Iguala la cabecera de las dos páginas.',
    },
    en: { message: '{key} is `{found}` here and `{expected}` in {other}.', hint: 'Make both headers the same.' },
  },
  LOCALE_STEP_MISSING: {
    severity: 'error',
    es: { message: 'Falta el paso «{step}», que está en {other}.', hint: 'Cópialo: pnpm sync' },
    en: { message: 'Step "{step}", which is in {other}, is missing.', hint: 'Copy it across: pnpm sync' },
  },
  LOCALE_STEP_EXTRA: {
    severity: 'error',
    es: { message: 'El paso «{step}» no está en {other}.', hint: 'Añádelo allí o quítalo de aquí.' },
    en: { message: 'Step "{step}" is not in {other}.', hint: 'Add it there, or remove it here.' },
  },
  LOCALE_ORDER_DIFFERS: {
    severity: 'error',
    es: { message: 'Aquí va el paso «{found}»; en {other} va «{expected}».', hint: 'Ordena los pasos igual.' },
    en: {
      message: 'Step "{found}" stands here; in {other} it is "{expected}".',
      hint: 'Put the steps in the same order.',
    },
  },
  LOCALE_BLOCKS_DIFFER: {
    severity: 'error',
    es: {
      message: 'Aquí hay {found}, y en {other} hay {expected}.',
      hint: 'Deja los mismos bloques en el mismo orden: pnpm sync',
    },
    en: {
      message: 'Found {found} here, and {expected} in {other}.',
      hint: 'Keep the same blocks in the same order: pnpm sync',
    },
  },
  LOCALE_FENCE_DIFFERS: {
    severity: 'error',
    es: { message: 'La clave «{key}» es aquí {found} y en {other}, {expected}.', hint: 'Iguálala: pnpm sync' },
    en: { message: 'The key `{key}` is {found} here and {expected} in {other}.', hint: 'Make it the same: pnpm sync' },
  },
  LOCALE_TEXT_DIFFERS: {
    severity: 'error',
    es: {
      message: 'El bloque no es igual que en {other}: aquí «{found}» y allí «{expected}».',
      hint: 'Iguálalo: pnpm sync',
    },
    en: {
      message: 'The block is not the same as in {other}: `{found}` here and `{expected}` there.',
      hint: 'Make it the same: pnpm sync',
    },
  },
} as const satisfies Record<string, Entry>
