import { pageRule } from '#check/rule.ts'
import { isRunbook, placeIn, type Runbook, stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { namesExpected } from '#schema/expectation.ts'
import type { ParameterType } from '#schema/parameter/parameter.ts'

export const nameOutputCrossed = defineFinding({
  code: 'NAME_OUTPUT_CROSSED',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'La salida esperada nombra {found}, y el paso usa {read}.',
    hint: 'Escribe la misma en los dos. Si la salida es de otra, nombra también {read}.',
    why: 'Con dos parámetros del mismo tipo, una versión y la anterior, es fácil escribir uno por otro: el paso trabaja con la versión que no es.',
  },
  en: {
    message: 'The expected output names {found}, and the step uses {read}.',
    hint: 'Write the same in both. If the output is of another, name {read} too.',
    why: 'With two parameters of one type, a version and the previous one, it is easy to write one for the other: the step works with the wrong version.',
  },
  wrong: [
    '```bash step=deploy effect=update',
    'ssh deploy@prod.example.com /opt/app/deploy.sh "$PREVIOUS_TAG"',
    '```',
    '',
    '```text expect=contains',
    'app $IMAGE_TAG',
    '```',
  ],
  right: [
    '```bash step=deploy effect=update',
    'ssh deploy@prod.example.com /opt/app/deploy.sh "$IMAGE_TAG"',
    '```',
    '',
    '```text expect=contains',
    'app $IMAGE_TAG',
    '```',
  ],
})

/** Expected outputs that name a parameter where the step reads another of the same type: one of the two is the wrong one. */
export const crossedOutput = pageRule([nameOutputCrossed], ({ page }) => {
  if (!isRunbook(page)) return []
  return stepsOf(page).flatMap((step) => {
    const reads = new Set(step.script.reads.map(({ name }) => name))
    const expected = step.expect.flatMap((block) => namesExpected(block.text).map((one) => ({ ...one, block })))
    const shown = new Set(expected.map(({ name }) => name))
    return expected.flatMap(({ name, block, start, end }): Finding[] => {
      const type = typeOf(page, name)
      const [other, ...more] = [...reads].filter((read) => typeOf(page, read) === type)
      if (type === undefined || VAGUE.has(type) || reads.has(name) || !other || more.length > 0 || shown.has(other))
        return []
      const place = placeIn(page, block, start, end)
      return [nameOutputCrossed.at(place, { found: `$${name}`, read: `$${other}` })]
    })
  })
})

/** Types that do not tell what a value is for: a user and a registry are both a name. */
const VAGUE: ReadonlySet<ParameterType> = new Set(['text', 'name', 'secret'])

const typeOf = ({ header }: Runbook, name: string): ParameterType | undefined =>
  Object.hasOwn(header.parameters, name) ? header.parameters[name]?.type : undefined
