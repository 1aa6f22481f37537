import type { Runbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { ParameterDeclaration } from '#schema/parameter.ts'
import { wholeFile } from '#schema/place.ts'

export const parameterDiffers = defineFinding({
  code: 'PARAMETER_DIFFERS',
  severity: 'error',
  es: {
    message: '{name} debe ser distinto de {found}, que no es otro parámetro de la página o tiene el mismo ejemplo.',
    hint: 'Corrige differs, o da a cada uno su ejemplo.',
    why: 'Dos valores que se confunden, como la versión nueva y la anterior, se rechazan antes de ejecutar nada. La regla tiene que nombrar el otro parámetro.',
  },
  en: {
    message: '{name} must differ from {found}, which is no other parameter of the page, or has the same example.',
    hint: 'Correct differs, or give each its own example.',
    why: 'Two values that get mixed up, such as the new version and the one before, are refused before anything runs. The rule has to name the other parameter.',
  },
  of: 'parameters',
  wrong: ['APP_NAME: { type: text, label: Nombre, example: carblau, differs: OLD_NAME }'],
  right: ['APP_NAME: { type: text, label: Nombre, example: carblau }'],
})

/** A value must differ from that of another parameter, and with the examples it does. */
export function differsFindings(page: Runbook, name: string, { differs, example }: ParameterDeclaration): Finding[] {
  if (differs === undefined) return []
  const other = page.header.parameters[differs]
  if (other && differs !== name && other.example !== example) return []
  const place = page.parameterPlaces.get(`${name}.differs`) ?? wholeFile(page.file)
  return [parameterDiffers.at(place, { name, found: differs })]
}
