import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { wholeFile } from '#schema/place.ts'
import { declaredIn } from './declared.ts'

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
  wrong: ['APP_NAME: { type: text, label: Nombre, example: shop, differs: OLD_NAME }'],
  right: ['APP_NAME: { type: text, label: Nombre, example: shop }'],
})

/** A value must differ from that of another parameter, and with the examples it does. */
export const differs = pageRule([parameterDiffers], ({ page }) =>
  declaredIn(page).flatMap(({ page: { file, header, parameterPlaces }, name, declaration }) => {
    const { differs: found, example } = declaration
    if (found === undefined) return []
    const other = header.parameters[found]
    if (other && found !== name && other.example !== example) return []
    return [parameterDiffers.at(parameterPlaces.get(`${name}.differs`) ?? wholeFile(file), { name, found })]
  }),
)
