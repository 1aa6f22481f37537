import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { checkParameter, describeParameter } from '#schema/parameter/type.ts'
import { declaredIn } from './declared.ts'

export const parameterValue = defineFinding({
  code: 'PARAMETER_VALUE',
  severity: 'error',
  es: {
    message: 'El valor de «{key}» de {name}, «{found}», no vale para el tipo {type}: {reasonEs}.',
    hint: 'Escribe {expectedEs}.',
    why: 'El ejemplo es el valor con el que se ensaya la página: si no vale para su tipo, no se ensaya lo que hará el lector.',
  },
  en: {
    message: 'The `{key}` of {name}, `{found}`, does not fit the type {type}: {reasonEn}.',
    hint: 'Write {expectedEn}.',
    why: 'The example is the value the page is rehearsed with: if it does not fit its type, what the reader will do is not rehearsed.',
  },
  of: 'parameters',
  wrong: ['REGION: { type: gcp-region, label: Región, example: europa }'],
  right: ['REGION: { type: gcp-region, label: Región, example: europe-west1 }'],
})

/** Examples and defaults that do not fit their types. */
export const value = pageRule([parameterValue], ({ page }) =>
  declaredIn(page).flatMap(({ page: { parameterPlaces }, name, declaration, place }) =>
    (['example', 'default'] as const).flatMap((key) => {
      const { type, choices, [key]: found } = declaration
      const reason =
        found === undefined || (type === 'choice' && !choices) ? undefined : checkParameter(found, declaration)
      if (!reason) return []
      const expected = describeParameter(declaration)
      const data = { name, key, type, found, reasonEs: reason.es, reasonEn: reason.en }
      const at = parameterPlaces.get(`${name}.${key}`) ?? place
      return [parameterValue.at(at, { ...data, expectedEs: expected.es, expectedEn: expected.en })]
    }),
  ),
)
