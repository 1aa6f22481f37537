import type { BashCommand } from '#document/bash-model.ts'
import { isRunbook, placeIn, type Runbook } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { ParameterDeclaration } from '#schema/parameter.ts'
import { checkParameter, describeParameter } from '#schema/parameter-type.ts'
import { wholeFile } from '#schema/place.ts'
import { SYSTEM_VARIABLES } from '../page/system-variables.ts'
import type { Rule } from '../rule.ts'

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
    ...differsFindings(page, name, declaration),
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

/** A value must differ from that of another parameter, and with the examples it does. */
function differsFindings(page: Runbook, name: string, { differs, example }: ParameterDeclaration): Finding[] {
  if (differs === undefined) return []
  const other = page.header.parameters[differs]
  if (other && differs !== name && other.example !== example) return []
  const place = page.parameterPlaces.get(`${name}.differs`) ?? wholeFile(page.file)
  return [finding('PARAMETER_DIFFERS', place, { name, found: differs })]
}

/**
 * Values a page writes out for its parameters, for who pastes them by hand, that are not their examples: a reader
 * of the page and a dry run would go different ways.
 */
export const exampleDiffers: Rule = ({ page, blocks }) => {
  if (!isRunbook(page)) return []
  return blocks
    .filter(({ kind }) => kind === 'checked')
    .flatMap((block) =>
      block.script.commands.flatMap(assignedIn).flatMap(({ name, value, start, end }): Finding[] => {
        const expected = page.header.parameters[name]?.example
        if (expected === undefined || value === undefined || value === '' || value === String(expected)) return []
        return [
          finding('PARAMETER_EXAMPLE_DIFFERS', placeIn(page, block, start, end), { name, found: value, expected }),
        ]
      }),
    )
}

interface Assigned {
  name: string
  value: string | undefined
  start: number
  end: number
}

/** `NAME=value` alone, and `export NAME=value`. */
function assignedIn({ name, args, assignments }: BashCommand): Assigned[] {
  if (!name) return assignments.map((one) => ({ ...one, value: one.value?.value }))
  if (name.value !== 'export' && name.value !== 'readonly') return []
  return args.flatMap(({ value: text, start, end }) => {
    const [, key, value] = /^(\w+)=(.*)$/s.exec(text ?? '') ?? []
    return key === undefined ? [] : [{ name: key, value, start, end }]
  })
}

const SECRET_NAME = /(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_KEY|PRIVATE_KEY)$/
