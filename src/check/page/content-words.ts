import type { Locale } from '#schema/locale.ts'

/**
 * What a sentence tells, as the roots of its words: without articles, prepositions and the like, and alike for forms of a
 * verb, plurals and words of one meaning. A word that changes what is said, as `not`, `only`, `if` or `before` do, is told.
 */
export function contentWords(text: string, locale: Locale): string[] {
  const { empty, roots } = WORDS[locale]
  const words =
    plain(text)
      .replaceAll('make sure', 'check')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  // What is first in a Spanish sentence is no preposition: «Para el servicio» stops it.
  const told = words.filter((word, index) => !empty.has(word) || (word === 'para' && index === 0))
  return told.map((word) => roots.get(word) ?? rootOf(word, locale)).map((root) => roots.get(root) ?? root)
}

const plain = (text: string) => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')

/** What is left of a word without its ending: never less than three letters. */
function rootOf(word: string, locale: Locale): string {
  if (locale === 'en') return word.replace(ENDING.en, '').replace(/([bdglmnprst])\1$/, '$1')
  // «Prueba» is a form of «probar», and «empieza» of «empezar».
  return word.replaceAll('ue', 'o').replaceAll('ie', 'e').replace(ENDING.es, '')
}

const ENDING = {
  es: /(?<=^.{3,})(?:[aei]r?l[aeo]s?|ando|iendo|yendo|[ai]d[ao]s?|[aei]r|ye|an|[aeo]s?)$/,
  en: /(?<=^.{3,})(?:ies|ied|ying|ing|ed|es|s|e|y)$/,
} satisfies Record<Locale, RegExp>

interface Lexicon {
  /** Words that tell nothing by themselves. */
  empty: ReadonlySet<string>
  /** One root for words of one meaning, and for forms whose endings do not show it. */
  roots: ReadonlyMap<string, string>
}

function lexicon(locale: Locale, empty: string, alike: readonly string[]): Lexicon {
  const groups = alike.map((group) => group.split(' '))
  const roots = groups.flatMap(([first = '', ...others]) =>
    [first, ...others].flatMap((word) =>
      [word, rootOf(word, locale)].map((one) => [one, rootOf(first, locale)] as const),
    ),
  )
  return { empty: new Set(empty.split(/\s+/)), roots: new Map(roots) }
}

const WORDS: Readonly<Record<Locale, Lexicon>> = {
  es: lexicon(
    'es',
    `el la los las lo le les un una unos unas de del al a en con por para y e o u que se su sus tu tus te mi nos
    este esta esto estos estas ese esa eso esos esas ellos ellas ahora ya es son esta estan ser estar hay
    ha han hemos has va vas vamos debe debes deben tiene tienes hace falta sirve servira permite puedes puede
    todo toda todos todas paso comando siguiente manera forma cual cuales como`,
    [
      'comprobar comprueba confirmar confirma verificar verifica revisar ver ve mira mirar asegurar asegurate',
      'borrar eliminar quitar',
      'crear hacer haz',
      'arrancar iniciar',
      'parar detener deten',
      'enviar mandar',
      'contestar responder',
      'pedir pide',
      'seguir sigue',
      'elegir elige',
      'medir mide',
      'poner pon',
      'leer lee lees',
      'dar da',
      'decir di',
    ],
  ),
  en: lexicon(
    'en',
    `the a an of to in on at with by for from and or that this these those it its they them their there is are be
    being been was were you your yours we our now will can must should need needs has have do does so step command following next way
    all as which what how let lets us please`,
    [
      'check verify confirm ensure look see',
      'delete remove',
      'start launch',
      'stop halt',
      'answer respond reply',
      'build built',
      'send sent',
      'run ran',
    ],
  ),
}
