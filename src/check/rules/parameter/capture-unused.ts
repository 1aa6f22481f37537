import { pageRule } from '#check/rule.ts'
import { type StepBlock, stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import { namesExpected } from '#schema/expectation.ts'
import { readyReads } from './uses.ts'

export const parameterCaptureUnused = defineFinding({
  code: 'PARAMETER_CAPTURE_UNUSED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Ningún paso posterior usa {name}, que este bloque publica.',
    hint: 'Quítalo de capture.',
    why: 'Publicar un valor que nadie lee después es trabajo perdido, o un paso que lee otro nombre.',
  },
  en: {
    message: 'No later step reads {name}, which this block publishes.',
    hint: 'Remove it from capture.',
    why: 'Publishing a value nobody reads later is wasted, or a step that reads another name.',
  },
  wrong: ['```bash step=ask effect=read capture=NOW', 'NOW="$(date)"', '```'],
  right: [
    '```bash step=ask effect=read capture=NOW',
    'NOW="$(date)"',
    '```',
    '',
    '```bash step=tell effect=read',
    'echo "$NOW"',
    '```',
  ],
})

/** An expected output that names a value compares with it: that is a use as well. */
const expectedReads = ({ expect }: StepBlock) =>
  expect.flatMap(({ text }) => namesExpected(text).map(({ name }) => name))

/** Captured variables nothing reads afterwards. */
export const unusedCapture = pageRule([parameterCaptureUnused], ({ page }) => {
  const steps = stepsOf(page)
  return steps.flatMap((step, index) => {
    if (step.fence.capture.length === 0) return []
    const later = new Set(
      steps
        .slice(index + 1)
        .flatMap((other) => [
          ...other.script.reads.map(({ name }) => name),
          ...readyReads(other),
          ...expectedReads(other),
        ]),
    )
    const unused = step.fence.capture.filter((name) => !later.has(name))
    return unused.map((name) => parameterCaptureUnused.at(step.keys.get('capture') ?? step.place, { name }))
  })
})
