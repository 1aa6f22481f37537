import { EFFECT_VERBS } from '#schema/effect.ts'
import {
  checkedFenceSchema,
  EXPECTATIONS,
  expectFenceSchema,
  fileFenceSchema,
  RENDERER_KEYS,
  stepFenceSchema,
} from '#schema/fence.ts'
import type { Localized } from '#schema/locale.ts'

/** What a block is, as its keys tell. */
export type FenceKind = 'step' | 'checked' | 'expect' | 'file' | 'plain'

/** The keys of each kind of fence. */
export const KEYS: Readonly<Record<FenceKind, readonly string[]>> = {
  step: Object.keys(stepFenceSchema.shape),
  checked: Object.keys(checkedFenceSchema.shape),
  expect: Object.keys(expectFenceSchema.shape),
  file: Object.keys(fileFenceSchema.shape),
  plain: [],
}

/** Keys that mean something on some fence. */
export const ALL_KEYS: ReadonlySet<string> = new Set(Object.values(KEYS).flat())

/** Keys only a bash fence can have. */
export const BASH_KEYS: ReadonlySet<string> = new Set([...KEYS.step, 'checked'].filter((key) => key !== 'allow'))

/** Keys of the site's code renderer. */
export const RENDERER: ReadonlySet<string> = new Set<string>(RENDERER_KEYS)

/** Keys without a value. */
export const FLAGS: ReadonlySet<string> = new Set(['confirm', 'background'])

/** A key and what else it needs. */
export const NEEDS: readonly {
  key: string
  needs: string
  without: (keys: ReadonlyMap<string, string | true>) => boolean
}[] = [
  { key: 'background', needs: 'ready="…"', without: (keys) => !keys.has('ready') },
  { key: 'ready', needs: 'background', without: (keys) => !keys.has('background') },
  { key: 'manual', needs: 'step=<id>', without: (keys) => !keys.has('step') },
  { key: 'path', needs: 'expect=json', without: (keys) => keys.get('expect') !== 'json' },
]

/** Keys that contradict each other: a manual step does not run, a background step does not end. */
export const CONFLICTS: readonly (readonly [string, string])[] = [
  ['step', 'checked'],
  ['step', 'file'],
  ['step', 'expect'],
  ['checked', 'file'],
  ['checked', 'expect'],
  ['file', 'expect'],
  ['manual', 'capture'],
  ['manual', 'background'],
  ['manual', 'exit'],
  ['manual', 'timeout'],
  ['background', 'capture'],
  ['background', 'exit'],
]

const STEP_ID: Localized = {
  es: 'minúsculas, dígitos y guiones, como build-image',
  en: 'lower case, digits and hyphens, like build-image',
}
const REASON: Localized = { es: 'un motivo de 8 letras o más', en: 'a reason of 8 letters or more' }
const VERBS = EFFECT_VERBS.join(', ')
const MODES = EXPECTATIONS.join(', ')

/** What the value of each key must be, for people. */
export const EXPECTED: Readonly<Record<string, Localized>> = {
  step: STEP_ID,
  undoes: STEP_ID,
  timeout: { es: 'una duración como 30s, 10m o 1h', en: 'a duration like 30s, 10m or 1h' },
  effect: { es: `uno de ${VERBS}`, en: `one of ${VERBS}` },
  exit: { es: 'un estado de salida, de 0 a 255', en: 'an exit status, 0 to 255' },
  capture: {
    es: 'nombres de variables separados por comas, como IMAGE,SERVICE_URL',
    en: 'variable names with commas between, like IMAGE,SERVICE_URL',
  },
  ready: { es: 'un comando bash entre comillas', en: 'a bash command in quotes' },
  manual: REASON,
  checked: REASON,
  allow: {
    es: '"CÓDIGO motivo", como "HAZARD_… la web es pública"; varios códigos, con comas',
    en: '"CODE reason", like "HAZARD_… the site is public"; several codes, with commas',
  },
  expect: { es: `uno de ${MODES}`, en: `one of ${MODES}` },
  path: { es: 'una ruta que empieza por $, como $.status.url', en: 'a path that starts with $, like $.status.url' },
  file: {
    es: 'una ruta relativa al directorio de trabajo, sin «..»',
    en: 'a path relative to the working directory, without `..`',
  },
}

/** Values a key can have, to suggest from. */
export const VALUES: Readonly<Record<string, readonly string[]>> = { effect: EFFECT_VERBS, expect: EXPECTATIONS }
