import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const EXAMPLES = join(import.meta.dirname, '../../content/examples')

/** An example of the repository: its manifest, and the files beside it. */
export function exampleManifest(name: string) {
  const directory = join(EXAMPLES, name)
  const beside = (path: string) => {
    const file = join(directory, path)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }
  return { text: beside('experiment_manifest.json') ?? '', beside }
}

/** Files beside the churn classifier's manifest, and one that is no model. */
export const fileBeside = (path: string): string | undefined =>
  path === 'other.json' ? OTHER : exampleManifest('churn-classifier').beside(path)

/** Not a model; its SHA-256 is `OTHER_HASH`. */
const OTHER = '{}\n'
export const OTHER_HASH = 'ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356'
