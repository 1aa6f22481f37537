import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import type { Place } from '#schema/place.ts'
import { fileManifestModel } from '../findings/manifest-model.ts'
import type { JsonFile } from '../manifest/file.ts'
import type { Feature, Manifest } from '../manifest/schema.ts'
import { encode, type Row } from './predict.ts'
import { type Encoding, type Model, modelSchema } from './schema.ts'

/** Where the model is, and where the manifest names it. */
interface Named {
  fileBeside(path: string): string | undefined
  place: Place
  file: JsonFile
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The model a manifest names, held to it: the same bytes, the same type, the same features, the same classes. */
export function readModel(manifest: Manifest, at: Named): { model: Model; modelText: string } | Finding[] {
  const wrong = (place: Place, { es, en }: Localized) => [
    fileManifestModel.at(place, { path: manifest.model_path, reasonEs: es, reasonEn: en }),
  ]
  const text = /^(\/|.*\\)|(^|\/)\.\.(\/|$)/.test(manifest.model_path) ? undefined : at.fileBeside(manifest.model_path)
  if (text === undefined)
    return wrong(at.place, { es: 'no está junto al manifiesto', en: 'it is not beside the manifest' })
  const hash = hashOf(text)
  if (hash !== manifest.model_sha256)
    return wrong(at.file.valueAt(['model_sha256']), {
      es: `el archivo tiene el hash ${hash}`,
      en: `the file has the hash ${hash}`,
    })
  const model = parse(text)
  if (!model) return wrong(at.place, { es: 'no es un modelo en JSON', en: 'it is no model in JSON' })
  const problem = misfit(manifest, model)
  return problem ? wrong(at.file.valueAt([problem.key]), problem) : { model, modelText: text }
}

function parse(text: string): Model | undefined {
  try {
    return modelSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

interface Misfit extends Localized {
  /** Key of the manifest that the model contradicts. */
  key: string
}

function misfit(manifest: Manifest, model: Model): Misfit | undefined {
  if (model.model_type !== manifest.model_type)
    return { key: 'model_type', es: `es de tipo ${model.model_type}`, en: `its type is ${model.model_type}` }
  if (!encodes(manifest.input_schema, model.encoding))
    return { key: 'input_schema', es: 'sus variables son otras', en: 'its features are others' }
  const columns = encode(model.encoding, firstRow(manifest)).length
  if (!linesOf(model).every((line) => line.length === columns) || !isWhole(model))
    return { key: 'model_path', es: 'sus números no cuadran', en: 'its numbers do not match each other' }
  const classes = classesOf(model)
  const { output_schema: output } = manifest
  const known =
    output.type === 'number' ? classes === undefined : classes?.every((one) => output.categories.includes(one))
  return known ? undefined : { key: 'output_schema', es: 'contesta otra cosa', en: 'it answers something else' }
}

const encodes = (features: Manifest['input_schema'], encoding: Encoding): boolean =>
  Object.keys(features).join() === Object.keys(encoding).join() &&
  Object.entries(features).every(([name, feature]) => isEncoded(feature, encoding[name] ?? {}))

function isEncoded(feature: Feature, how: Encoding[string]): boolean {
  if (feature.type === 'category')
    return 'categories' in how && how.categories.join('\n') === feature.categories.join('\n')
  return feature.type === 'boolean' ? Object.keys(how).length === 0 : 'mean' in how
}

const firstRow = ({ input_schema }: Manifest): Row =>
  Object.fromEntries(Object.keys(input_schema).map((name) => [name, 0]))

function linesOf(model: Model): readonly (readonly number[])[] {
  if (model.model_type === 'nearest_neighbors') return model.points
  return model.model_type === 'linear_regression' ? [model.coefficients] : model.coefficients
}

function isWhole(model: Model): boolean {
  if (model.model_type === 'nearest_neighbors')
    return model.targets.length === model.points.length && model.neighbors <= model.points.length
  if (model.model_type === 'linear_regression') return true
  return model.coefficients.length === model.classes.length && model.intercepts.length === model.classes.length
}

function classesOf(model: Model): readonly string[] | undefined {
  if (model.model_type === 'logistic_regression') return model.classes
  if (model.model_type === 'linear_regression') return undefined
  const texts = model.targets.filter((target) => typeof target === 'string')
  return texts.length > 0 ? texts : undefined
}
