import type { Locale, Localized } from './locale.ts'

/** A term of this project in both languages, what it means, and what it is not called. */
export interface Term extends Localized {
  meaning: Localized
  /** Patterns of words used in its place, by language; matched whatever the case. */
  avoid?: Partial<Record<Locale, string>>
}

/** The terms pages and messages use; CONTRIBUTING.md shows them as a table. */
export const GLOSSARY: readonly Term[] = [
  {
    es: 'comando',
    en: 'command',
    meaning: { es: 'lo que se escribe en la terminal', en: 'what is typed into a terminal' },
    avoid: {
      es: '(?:la|una|esa|esta|otra|cada|toda|misma|alguna|ninguna) orden|(?:las|unas|estas|esas|otras) órdenes',
    },
  },
  {
    es: 'la terminal',
    en: 'terminal',
    meaning: { es: 'donde se pegan los comandos', en: 'where commands are pasted' },
    avoid: { es: '(?:el|del|al|un|este|otro|cada) terminal' },
  },
  {
    es: 'opción',
    en: 'flag',
    meaning: { es: 'lo que empieza por guion en un comando', en: 'what starts with a dash in a command' },
    avoid: { es: 'banderas?' },
  },
  {
    es: 'runbook',
    en: 'runbook',
    meaning: { es: 'una página con pasos que se ejecutan', en: 'a page whose steps can be executed' },
    avoid: { es: 'libros? de ejecución|guiones de operación', en: 'playbooks?' },
  },
  {
    es: 'procedimiento',
    en: 'procedure',
    meaning: { es: 'los pasos que se ejecutan de una vez', en: 'the steps an operator runs in one go' },
  },
  { es: 'paso', en: 'step', meaning: { es: 'un bloque bash con id', en: 'a bash block with an id' } },
  {
    es: 'ensayo',
    en: 'dry run',
    meaning: { es: 'ejecutar en un entorno aislado', en: 'running in a sealed fixture' },
    avoid: { es: 'simulacros?|ejecuci(?:ón|ones) en seco' },
  },
  {
    es: 'ejecución real',
    en: 'live run',
    meaning: { es: 'ejecutar contra los sistemas de verdad', en: 'running against the real systems' },
    avoid: { es: 'ejecuci(?:ón|ones) en vivo', en: 'real runs?' },
  },
  {
    es: 'entorno',
    en: 'fixture',
    meaning: { es: 'el mundo cerrado en el que se ensaya', en: 'the sealed world a dry run executes in' },
  },
  {
    es: 'hallazgo',
    en: 'finding',
    meaning: { es: 'un problema de un documento, con su línea', en: 'a problem in a document, with its line' },
  },
  {
    es: 'corregir',
    en: 'fix',
    meaning: {
      es: 'editar un documento para quitar un hallazgo',
      en: 'to edit a document so that a finding goes away',
    },
    avoid: { es: 'remendar|remiend[oa]s?', en: 'mend(?:s|ed|ing|able)?' },
  },
  {
    es: 'alcance',
    en: 'blast radius',
    meaning: { es: 'a qué y a quién afecta', en: 'what and whom it affects' },
    avoid: { es: 'radios? de (?:impacto|explosión)' },
  },
  {
    es: 'despliegue',
    en: 'deployment',
    meaning: { es: 'poner una versión en servicio', en: 'putting a version into service' },
    avoid: { es: '(?:el|un|los|cada) deploys?' },
  },
  {
    es: 'etiqueta',
    en: 'tag',
    meaning: { es: 'el nombre de una versión de una imagen', en: 'the name of a version of an image' },
    avoid: { es: '(?:el|un|los|cada) tags?' },
  },
]

/** A word used in place of a term: where it stands (UTF-16 offset) and what the glossary has for it. */
export interface StrayTerm {
  index: number
  found: string
  term: Term
}

/** The words of a text that the glossary has another term for. */
export function strayTerms(text: string, locale: Locale): StrayTerm[] {
  const { terms, pattern } = STRAYS[locale]
  return [...text.matchAll(pattern)].map(({ index, 0: found, ...groups }) => ({
    index,
    found,
    term: terms.find((_, at) => groups[at + 1] !== undefined) as Term,
  }))
}

const STRAYS = { es: straysOf('es'), en: straysOf('en') }

/** One pattern with a group for each term: a page is searched once. */
function straysOf(locale: Locale) {
  const terms = GLOSSARY.filter(({ avoid }) => avoid?.[locale])
  const groups = terms.map(({ avoid }) => `(${avoid?.[locale]})`).join('|')
  return { terms, pattern: new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${groups})(?![\\p{L}\\p{N}_-])`, 'giu') }
}
