import { isRunbook, type Runbook } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { ParameterDeclaration } from '#schema/parameter.ts'
import { checkParameter, describeParameter } from '#schema/parameter-type.ts'
import type { Rule } from '../rule.ts'
import { SYSTEM_VARIABLES } from '../system-variables.ts'

/** Declarations of parameters: their names, and whether example and default fit their type. */
export const parameter: Rule = ({ page }) =>
  isRunbook(page) ? Object.entries(page.header.parameters).flatMap((entry) => declarationFindings(page, entry)) : []

function declarationFindings(page: Runbook, [name, declaration]: [string, ParameterDeclaration]): Finding[] {
  const place = page.parameterPlaces.get(name)
  if (!place) return []
  const { type, choices } = declaration
  return [
    ...(SYSTEM_VARIABLES.has(name) ? [finding('PARAMETER_NAME_TAKEN', place, { name })] : []),
    ...((type === 'choice') === (choices !== undefined) ? [] : [finding('PARAMETER_CHOICES', place, { name, type })]),
    ...(type === 'secret' && declaration.default !== undefined
      ? [finding('PARAMETER_SECRET_DEFAULT', place, { name })]
      : []),
    ...(SECRET_NAME.test(name) && type !== 'secret' ? [finding('PARAMETER_SECRET_TYPE', place, { name, type })] : []),
    ...(['example', 'default'] as const).flatMap((key) => {
      const found = declaration[key]
      const reason =
        found === undefined || (type === 'choice' && !choices) ? undefined : checkParameter(found, declaration)
      if (!reason) return []
      const expected = describeParameter(declaration)
      const data = { name, key, type, found, reasonEs: reason.es, reasonEn: reason.en }
      const at = page.parameterPlaces.get(`${name}.${key}`) ?? place
      return [finding('PARAMETER_VALUE', at, { ...data, expectedEs: expected.es, expectedEn: expected.en })]
    }),
  ]
}

const SECRET_NAME = /(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_KEY|PRIVATE_KEY)$/
