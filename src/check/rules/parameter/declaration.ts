import { SYSTEM_VARIABLES } from '#check/page/system-variables.ts'
import { pageRule } from '#check/rule.ts'
import { isRunbook, type Runbook } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import type { ParameterDeclaration } from '#schema/parameter.ts'
import { checkParameter, describeParameter } from '#schema/parameter-type.ts'
import { parameterChoices } from './choices.ts'
import { differsFindings, parameterDiffers } from './differs.ts'
import { parameterNameTaken } from './name-taken.ts'
import { parameterSecretDefault } from './secret-default.ts'
import { parameterSecretType } from './secret-type.ts'
import { parameterValue } from './value.ts'

/** Declarations of parameters: their names, and whether example and default fit their type. */
export const parameter = pageRule(
  [parameterNameTaken, parameterChoices, parameterSecretDefault, parameterSecretType, parameterValue, parameterDiffers],
  ({ page }) =>
    isRunbook(page) ? Object.entries(page.header.parameters).flatMap((entry) => declarationFindings(page, entry)) : [],
)

function declarationFindings(page: Runbook, [name, declaration]: [string, ParameterDeclaration]): Finding[] {
  const place = page.parameterPlaces.get(name)
  if (!place) return []
  const { type, choices } = declaration
  return [
    ...(SYSTEM_VARIABLES.has(name) ? [parameterNameTaken.at(place, { name })] : []),
    ...((type === 'choice') === (choices !== undefined) ? [] : [parameterChoices.at(place, { name, type })]),
    ...(type === 'secret' && declaration.default !== undefined ? [parameterSecretDefault.at(place, { name })] : []),
    ...differsFindings(page, name, declaration),
    ...(SECRET_NAME.test(name) && type !== 'secret' ? [parameterSecretType.at(place, { name, type })] : []),
    ...(['example', 'default'] as const).flatMap((key) => {
      const found = declaration[key]
      const reason =
        found === undefined || (type === 'choice' && !choices) ? undefined : checkParameter(found, declaration)
      if (!reason) return []
      const expected = describeParameter(declaration)
      const data = { name, key, type, found, reasonEs: reason.es, reasonEn: reason.en }
      const at = page.parameterPlaces.get(`${name}.${key}`) ?? place
      return [parameterValue.at(at, { ...data, expectedEs: expected.es, expectedEn: expected.en })]
    }),
  ]
}

const SECRET_NAME = /(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_KEY|PRIVATE_KEY)$/
