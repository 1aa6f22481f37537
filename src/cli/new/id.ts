import { runbookIdSchema } from '#schema/frontmatter.ts'
import type { Localized } from '#schema/locale.ts'
import { usageError } from '../terminal/options.ts'
import type { Kind } from './kind.ts'

/** What an id of a kind must be like. */
export type IdRules = Pick<Kind, 'length' | 'example' | 'reserved'>

/** Ids nothing can have, and why: each becomes a word of YAML, an address and the name of a file. */
const RESERVED: Readonly<Record<string, Localized>> = {
  index: { es: 'es la página que lista las demás', en: 'it is the page that lists the others' },
  ...reservedAs('null true false yes no on off y n', {
    es: 'en YAML no es un nombre, sino un valor',
    en: 'in YAML it is a value, and no name',
  }),
  ...reservedAs('con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9', {
    es: 'en Windows ningún archivo puede llamarse así',
    en: 'on Windows no file can have that name',
  }),
  ...reservedAs('lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9', {
    es: 'en Windows ningún archivo puede llamarse así',
    en: 'on Windows no file can have that name',
  }),
}

/** The id given after the kind, as `pnpm new <name> <id>`. Stops for one that is missing, of other characters, too long or reserved. */
export function idOf([id, ...more]: readonly string[], name: string, kind: IdRules): string {
  const how = {
    es: `Por ejemplo: pnpm new ${name} ${kind.example.es}`,
    en: `For example: pnpm new ${name} ${kind.example.en}`,
  }
  if (id === undefined) throw usageError({ es: 'Falta el id.', en: 'The id is missing.' }, how)
  const given = [id, ...more].join(' ')
  const why = more.length > 0 || !runbookIdSchema.safeParse(id).success ? CHARACTERS : reasonAgainst(id, kind)
  if (why === undefined) return id
  throw usageError({ es: `«${given}» no sirve de id: ${why.es}.`, en: `"${given}" cannot be an id: ${why.en}.` }, how)
}

const CHARACTERS: Localized = {
  es: 'usa minúsculas de la a a la z, dígitos y guiones sueltos entre ellos, y empieza por una letra',
  en: 'use lower-case letters, digits and single hyphens between them, and begin with a letter',
}

function reasonAgainst(id: string, { length: { min, max }, reserved = {} }: IdRules): Localized | undefined {
  if (id.length < min) return { es: `debe tener ${min} caracteres o más`, en: `it must have ${min} characters or more` }
  if (id.length > max)
    return { es: `debe tener ${max} caracteres o menos`, en: `it must have ${max} characters or fewer` }
  const all = { ...RESERVED, ...reserved }
  return Object.hasOwn(all, id) ? all[id] : undefined
}

function reservedAs(ids: string, why: Localized): Record<string, Localized> {
  return Object.fromEntries(ids.split(' ').map((id) => [id, why]))
}
