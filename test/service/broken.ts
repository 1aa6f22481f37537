import { exampleManifest, OTHER_HASH } from './examples.ts'

/** The churn classifier's manifest with one thing wrong, and what is found where. */
export interface Broken {
  name: string
  find: string | RegExp
  replace: string
  findings: string[]
}

/** The manifest of a case. Throws when it does not hold what is to be replaced. */
export function brokenText({ find, replace }: Pick<Broken, 'find' | 'replace'>): string {
  const { text } = exampleManifest('churn-classifier')
  const changed = text.replace(find, () => replace)
  if (changed === text) throw new Error(`the manifest does not hold ${find}`)
  return changed
}

/** Broken manifests: each as a training might write it, or a person edit it. */
export const BROKEN: readonly Broken[] = [
  {
    name: 'not JSON',
    find: '"model_path": "model.json",',
    replace: '"model_path": "model.json"',
    findings: ['4:3 FILE_SYNTAX'],
  },
  {
    name: 'a key twice',
    find: '"metrics"',
    replace: '"model_path": "x", "metrics"',
    findings: ['64:3 FILE_KEY_DUPLICATE'],
  },
  {
    name: 'no model_path',
    find: '  "model_path": "model.json",\n',
    replace: '',
    findings: ['1:1 FILE_MANIFEST_MISSING'],
  },
  { name: 'an empty model_path', find: '"model.json"', replace: '" "', findings: ['3:17 FILE_MANIFEST_VALUE'] },
  {
    name: 'a model that is not there',
    find: '"model.json"',
    replace: '"absent.json"',
    findings: ['3:17 FILE_MANIFEST_MODEL'],
  },
  {
    name: 'a model above the manifest',
    find: '"model.json"',
    replace: '"../model.json"',
    findings: ['3:17 FILE_MANIFEST_MODEL'],
  },
  {
    name: 'another hash',
    find: /"[0-9a-f]{64}"/,
    replace: `"${'0'.repeat(64)}"`,
    findings: ['4:19 FILE_MANIFEST_MODEL'],
  },
  {
    name: 'a hash in capitals',
    find: /"[0-9a-f]{64}"/,
    replace: `"${'A'.repeat(64)}"`,
    findings: ['4:19 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'a model that is none',
    find: /"model.json",\s+"model_sha256": "[0-9a-f]{64}"/,
    replace: `"other.json",\n  "model_sha256": "${OTHER_HASH}"`,
    findings: ['3:17 FILE_MANIFEST_MODEL'],
  },
  {
    name: 'an unknown model type',
    find: '"logistic_regression"',
    replace: '"xgboost"',
    findings: ['5:17 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'another model type than the model',
    find: '"logistic_regression"',
    replace: '"nearest_neighbors"',
    findings: ['5:17 FILE_MANIFEST_MODEL'],
  },
  {
    name: 'an empty input_schema',
    find: /"input_schema": \{[\s\S]*?\n {2}\},/,
    replace: '"input_schema": {},',
    findings: ['6:19 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'no input_schema',
    find: /"input_schema": \{[\s\S]*?\n {2}\},/,
    replace: '',
    findings: ['1:1 FILE_MANIFEST_MISSING'],
  },
  {
    name: 'an unknown type of a feature',
    find: '"boolean"',
    replace: '"string"',
    findings: ['34:15 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'a name that is no identifier',
    find: '"num_products": {\n      "type"',
    replace: '"num products": {\n      "type"',
    findings: ['27:5 FILE_MANIFEST_NAME'],
  },
  {
    name: 'a name that is a word of Python',
    find: '"age": {\n      "type"',
    replace: '"class": {\n      "type"',
    findings: ['7:5 FILE_MANIFEST_NAME'],
  },
  {
    name: 'a maximum below the minimum',
    find: '"maximum": 100',
    replace: '"maximum": 17',
    findings: ['10:18 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'a fraction for an integer',
    find: '"minimum": 18',
    replace: '"minimum": 17.5',
    findings: ['9:18 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'an example out of range',
    find: '"example": 35',
    replace: '"example": 350',
    findings: ['11:18 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'optional without a default',
    find: ',\n      "default": 650',
    replace: '',
    findings: ['43:19 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'a category twice',
    find: '"monthly",\n        "annual"',
    replace: '"monthly",\n        "monthly"',
    findings: ['50:9 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'one category',
    find: '"monthly",\n        "annual"',
    replace: '"monthly"',
    findings: ['48:21 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'an unknown key of a feature',
    find: '"tenure_months": {',
    replace: '"tenure_months": {\n      "minimun": 0,',
    findings: ['22:7 FILE_MANIFEST_KEY'],
  },
  {
    name: 'an answer the model does not give',
    find: '"no",\n      "yes"',
    replace: '"no",\n      "maybe"',
    findings: ['55:20 FILE_MANIFEST_MODEL'],
  },
  {
    name: 'an output of another type',
    find: /"type": "category",\n {4}"name": "churn",\n {4}"categories": \[[^\]]*\]/,
    replace: '"type": "number",\n    "name": "churn"',
    findings: ['56:13 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'no metrics',
    find: /"metrics": \{[^}]*\}/,
    replace: '"metrics": {}',
    findings: ['64:14 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'a metric that is a text',
    find: '"accuracy": 0',
    replace: '"accuracy": "0", "other": 0',
    findings: ['65:17 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'a baseline without a feature',
    find: /"is_active": \{\s+"shares": \{[^}]*\}\s+\},/,
    replace: '',
    findings: ['70:17 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'shares that do not add up',
    find: '"true": 0.706',
    replace: '"true": 0.9',
    findings: ['160:19 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'limits that do not rise',
    find: /"edges": \[\s+27,/,
    replace: '"edges": [99,',
    findings: ['72:18 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'no rows in the training',
    find: '"rows": 2000',
    replace: '"rows": 0',
    findings: ['69:13 FILE_MANIFEST_VALUE'],
  },
  {
    name: 'no library versions',
    find: /"library_versions": \{[^}]*\}/,
    replace: '"library_versions": {}',
    findings: ['198:23 FILE_MANIFEST_VALUE'],
  },
  { name: 'a list', find: /^[\s\S]*$/, replace: '[]', findings: ['1:1 FILE_MANIFEST_VALUE'] },
]
