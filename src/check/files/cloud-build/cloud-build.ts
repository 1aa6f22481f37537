import type { Finding } from '#finding/finding.ts'
import { stepsOf } from '#formats/cloud-build/build.ts'
import { BUILD_KEYS, isDuration, LOGGING, STEP_KEYS } from '#formats/cloud-build/keys.ts'
import { plainValue, record } from '#formats/yaml/value.ts'
import type { Localized } from '#schema/locale.ts'
import { suggest } from '#schema/spelling.ts'
import type { FormatCheck } from '../../rule.ts'
import { fileKeyUnknown } from '../key-unknown.ts'
import { fileValue } from '../value.ts'
import { placeOfPath, placeOfValue, yamlOf } from '../yaml/yaml.ts'
import type { BuildAt } from './at.ts'
import { substitutions } from './substitution.ts'

/** A Cloud Build file: keys the API has, steps with images, durations with units, variables someone sets. */
export const cloudBuild: FormatCheck = (file) => {
  const { documents, findings } = yamlOf(file)
  const [document] = documents
  if (!document) return findings
  const root = record(plainValue(document))
  const at = { file, document, root }
  return [...keyFindings(at, [], root, BUILD_KEYS), ...stepFindings(at), ...valueFindings(at), ...substitutions(at)]
}

function keyFindings(
  { file, document }: BuildAt,
  path: readonly string[],
  value: object,
  known: readonly string[],
): Finding[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const data = { file: 'Cloud Build', found: [...path, key].join('.'), suggestion: suggest(key, known) }
      return fileKeyUnknown.at(placeOfPath(file, document, [...path, key]), data)
    })
}

function stepFindings(at: BuildAt): Finding[] {
  const { file, document, root } = at
  const steps = stepsOf(root)
  if (steps.length === 0) return [wrong(at, ['steps'], NO_STEPS)]
  return steps.flatMap((step, index) => {
    const path = ['steps', String(index)]
    const body = record(step)
    const named = typeof body.name === 'string' ? [] : [wrong(at, path, NO_IMAGE)]
    const waits = [body.waitFor].flat().filter((id): id is string => typeof id === 'string' && id !== '-')
    const before = steps.slice(0, index).map((other) => record(other).id)
    const unknown = waits
      .filter((id) => !before.includes(id))
      .map(() => fileValue.at(placeOfPath(file, document, [...path, 'waitFor']), words('waitFor', NO_STEP)))
    return [...keyFindings(at, path, body, STEP_KEYS), ...named, ...unknown]
  })
}

const NO_STEPS: Localized = { es: 'una lista con al menos un paso', en: 'a list with at least one step' }

const NO_IMAGE: Localized = {
  es: 'un paso con name, la imagen que lo ejecuta',
  en: 'a step with name, the image that runs it',
}

const NO_STEP: Localized = { es: 'el id de un paso anterior', en: 'the id of a step before' }

const DURATION: Localized = { es: 'segundos con su unidad, como 1200s', en: 'seconds with their unit, like 1200s' }

const PLACE: Localized = { es: `uno de ${LOGGING.join(', ')}`, en: `one of ${LOGGING.join(', ')}` }

const words = (key: string, { es, en }: Localized) => ({ key, expectedEs: es, expectedEn: en })

const wrong = ({ file, document }: BuildAt, path: readonly string[], expected: Localized): Finding =>
  fileValue.at(placeOfValue(file, document, path), words(path.join('.'), expected))

function valueFindings(at: BuildAt): Finding[] {
  const { timeout, options } = at.root
  const { logging } = record(options)
  const late = timeout !== undefined && !isDuration(timeout) ? [wrong(at, ['timeout'], DURATION)] : []
  const logs =
    logging !== undefined && !LOGGING.includes(String(logging)) ? [wrong(at, ['options', 'logging'], PLACE)] : []
  return [...late, ...logs]
}
