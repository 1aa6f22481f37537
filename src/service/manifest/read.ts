import type { z } from 'zod'
import { type Finding, sortFindings } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'
import { fileManifestKey } from '../findings/manifest-key.ts'
import { fileManifestMissing } from '../findings/manifest-missing.ts'
import { fileManifestName } from '../findings/manifest-name.ts'
import { fileManifestValue } from '../findings/manifest-value.ts'
import { readModel } from '../model/read.ts'
import type { Model } from '../model/schema.ts'
import { contradictions } from './contradictions.ts'
import { expectedAt } from './expected.ts'
import { type JsonFile, readJson } from './file.ts'
import { isFieldName } from './names.ts'
import { type Manifest, manifestSchema } from './schema.ts'

/** A manifest, and the model it names. */
export interface Experiment {
  manifest: Manifest
  model: Model
  /** The model file as it is. */
  modelText: string
}

export interface ManifestInput {
  /** How findings call the manifest. */
  file: string
  text: string
  /** The text of a file beside the manifest; undefined where there is none. */
  fileBeside(path: string): string | undefined
}

/** Reads an experiment manifest and its model. Pure; what is wrong comes as findings, and then nothing else does. */
export function readExperiment(input: ManifestInput): Experiment | Finding[] {
  const file = readJson(input.file, input.text)
  if (Array.isArray(file)) return file
  const parsed = manifestSchema.safeParse(file.value)
  const names = nameFindings(file)
  if (!parsed.success)
    return sortFindings([...names, ...parsed.error.issues.flatMap((issue) => issueFindings(issue, file))])
  if (names.length > 0) return sortFindings(names)
  const wrong = contradictions(parsed.data).map(({ path, ...expected }) => valueFinding(file, path, expected))
  if (wrong.length > 0) return sortFindings(wrong)
  const model = readModel(parsed.data, { fileBeside: input.fileBeside, place: file.valueAt(['model_path']), file })
  return Array.isArray(model) ? model : { manifest: parsed.data, ...model }
}

type Issue = z.core.$ZodIssue

function issueFindings(issue: Issue, file: JsonFile): Finding[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(file, path, key))
  // Which of several shapes was meant is not known: the whole is told.
  const found = at(file.value, path)
  const { es, en } = expectedAt(path)
  if (found !== undefined) return [valueFinding(file, path, { es, en })]
  return [fileManifestMissing.at(file.keyAt(path), { key: path.join('.'), expectedEs: es, expectedEn: en })]
}

function unknownKey(file: JsonFile, path: readonly string[], key: string): Finding {
  const known = keysOf(path, at(file.value, path))
  const data = { key: [...path, key].join('.'), expected: known.join(', '), suggestion: suggest(key, known) }
  return fileManifestKey.at(file.keyAt([...path, key]), data)
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(manifestSchema.shape).filter((key) => key !== '$schema'),
  baseline: Object.keys(manifestSchema.shape.baseline.shape),
  output_schema: ['name', 'type', 'description', 'categories'],
}
const OF_FEATURE = ['type', 'required', 'description', 'default', 'example']

function keysOf(path: readonly string[], value: unknown): readonly string[] {
  if (path[0] === 'baseline' && path.length > 1) return ['edges', 'shares']
  if (path[0] !== 'input_schema') return KEYS[path.join('.')] ?? []
  const type = at(value, ['type'])
  const own = type === 'category' ? ['categories'] : type === 'boolean' ? [] : ['minimum', 'maximum']
  return [...OF_FEATURE, ...own]
}

function nameFindings(file: JsonFile): Finding[] {
  const features = at(file.value, ['input_schema'])
  const names =
    typeof features === 'object' && features !== null && !Array.isArray(features) ? Object.keys(features) : []
  const output = at(file.value, ['output_schema', 'name'])
  const bad = names.filter((name) => !isFieldName(name))
  return [
    ...bad.map((name) => fileManifestName.at(file.keyAt(['input_schema', name]), { name })),
    ...(typeof output === 'string' && output.trim() !== '' && !isFieldName(output)
      ? [fileManifestName.at(file.valueAt(['output_schema', 'name']), { name: output })]
      : []),
  ]
}

function valueFinding(file: JsonFile, path: readonly string[], { es, en }: { es: string; en: string }): Finding {
  const found = shown(at(file.value, path))
  return fileManifestValue.at(file.valueAt(path), { key: path.join('.') || '$', expectedEs: es, expectedEn: en, found })
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value,
  )

function shown(value: unknown): string | undefined {
  const text = JSON.stringify(value)
  return text !== undefined && text.length > 40 ? undefined : text
}
