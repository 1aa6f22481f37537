import type { Document } from 'yaml'
import type { Finding } from '#finding/finding.ts'
import { EVENTS, JOB_KEYS, JOB_STEP_KEYS, WORKFLOW_KEYS } from '#formats/workflow/keys.ts'
import { plainValue, record } from '#formats/yaml/value.ts'
import type { Localized } from '#schema/locale.ts'
import { suggest } from '#schema/spelling.ts'
import type { FormatCheck } from '../../rule.ts'
import { fileKeyUnknown } from '../key-unknown.ts'
import type { PageFile } from '../page-file.ts'
import { fileValue } from '../value.ts'
import { placeOfPath, placeOfValue, yamlOf } from '../yaml/yaml.ts'

/** A GitHub workflow: the keys of its three levels, its events, jobs that need each other, steps that do one thing. */
export const workflow: FormatCheck = (file) => {
  const { documents, findings } = yamlOf(file)
  const [document] = documents
  if (!document) return findings
  const root = record(plainValue(document))
  const at = { file, document }
  const missing = ['on', 'jobs']
    .filter((key) => !(key in root))
    .map((key) => value(at, [], key === 'on' ? NO_EVENT : NO_JOBS))
  const jobs = record(root.jobs)
  return [
    ...unknownKeys(at, [], root, WORKFLOW_KEYS),
    ...missing,
    ...eventFindings(at, root.on),
    ...Object.entries(jobs).flatMap(([name, job]) =>
      jobFindings(at, { name, job: record(job), names: Object.keys(jobs) }),
    ),
  ]
}

interface At {
  file: PageFile
  document: Document
}

const NO_EVENT: Localized = {
  es: 'la clave on, con el evento que lo inicia',
  en: 'the key on, with the event that starts it',
}
const NO_JOBS: Localized = { es: 'la clave jobs', en: 'the key jobs' }
const NO_RUNNER: Localized = { es: 'runs-on, o uses', en: 'runs-on, or uses' }
const ONE_ACTION: Localized = {
  es: 'un paso con run o con uses, uno de los dos',
  en: 'a step with run or uses, one of the two',
}
const NO_JOB: Localized = { es: 'el nombre de otro trabajo', en: 'the name of another job' }

function unknownKeys(
  { file, document }: At,
  path: readonly string[],
  body: object,
  known: readonly string[],
): Finding[] {
  return Object.keys(body)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const data = { file: 'GitHub Actions', found: [...path, key].join('.'), suggestion: suggest(key, known) }
      return fileKeyUnknown.at(placeOfPath(file, document, [...path, key]), data)
    })
}

const value = ({ file, document }: At, path: readonly string[], { es, en }: Localized): Finding =>
  fileValue.at(placeOfPath(file, document, path), {
    key: path.join('.') || file.path,
    expectedEs: es,
    expectedEn: en,
  })

function eventFindings({ file, document }: At, on: unknown): Finding[] {
  const names = typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(record(on))
  return names
    .filter((name) => !EVENTS.includes(name))
    .map((found, index) => {
      const path = Array.isArray(on) ? ['on', String(index)] : typeof on === 'string' ? ['on'] : ['on', found]
      const place = typeof on === 'string' ? placeOfValue(file, document, path) : placeOfPath(file, document, path)
      return fileKeyUnknown.at(place, {
        file: 'GitHub Actions',
        found: `on.${found}`,
        suggestion: suggest(found, EVENTS),
      })
    })
}

interface Job {
  name: string
  job: Readonly<Record<string, unknown>>
  names: readonly string[]
}

function jobFindings(at: At, { name, job, names }: Job): Finding[] {
  const path = ['jobs', name]
  const needs = [job.needs]
    .flat()
    .filter((other): other is string => typeof other === 'string' && !names.includes(other))
  const steps: readonly unknown[] = Array.isArray(job.steps) ? job.steps : []
  return [
    ...unknownKeys(at, path, job, JOB_KEYS),
    ...('runs-on' in job || 'uses' in job ? [] : [value(at, path, NO_RUNNER)]),
    ...needs.map(() => value(at, [...path, 'needs'], NO_JOB)),
    ...steps.flatMap((step, index) => {
      const body = record(step)
      const where = [...path, 'steps', String(index)]
      const does = ['run', 'uses'].filter((key) => key in body).length
      return [...unknownKeys(at, where, body, JOB_STEP_KEYS), ...(does === 1 ? [] : [value(at, where, ONE_ACTION)])]
    }),
  ]
}
