import type { FileBlock } from '#document/model.ts'
import { isRunbook } from '#document/model.ts'
import { declaredSubstitutions, imagesPushed, isLoose } from '#formats/cloud-build/build.ts'
import { substituted, substitutionsIn } from '#formats/cloud-build/substitution.ts'
import { readYamlValue } from '#formats/yaml/read.ts'
import { isMapping } from '#formats/yaml/value.ts'
import type { BuildSubmission } from '#tools/facts/cloud.ts'
import type { LineWord } from '#tools/match/line.ts'
import { ask, type Call } from '../../page/call.ts'

/** The Cloud Build file of a page that a call submits, and what both say of its variables. */
export interface Submitted {
  block: FileBlock
  /** Variables the file uses and where, `_NAME`; not Cloud Build's own. */
  used: ReadonlyMap<string, number>
  /** Those it gives a value itself. */
  declared: ReadonlyMap<string, string>
  /** Those the call gives a value, with the word that does; undefined when they cannot be followed. */
  given: ReadonlyMap<string, { text: string; word: LineWord }> | undefined
  /** Names nobody uses or sets are no fault. */
  loose: boolean
  /** Images it pushes, variables as they stand; undefined when its steps may push others. */
  images: readonly string[] | undefined
}

/** What `gcloud builds submit --config FILE` submits, where the page shows that file. */
export function submittedBy(call: Call): Submitted | undefined {
  const submission = ask(call, 'submits')
  if (!submission) return undefined
  const path = submission.config?.text?.replace(/^\.\//, '')
  const block = call.page.blocks.findLast((one): one is FileBlock => one.kind === 'file' && one.path === path)
  const root = block && readYamlValue(block.text)
  if (!block || !isMapping(root)) return undefined
  return {
    block,
    used: usedIn(block.text),
    declared: declaredSubstitutions(root),
    given: givenBy(submission),
    loose: isLoose(root),
    images: imagesPushed(root),
  }
}

function usedIn(text: string): Map<string, number> {
  const used = new Map<string, number>()
  for (const { name, start } of substitutionsIn(text))
    if (name.startsWith('_') && !used.has(name)) used.set(name, start)
  return used
}

function givenBy({ substitutions: words }: BuildSubmission): Submitted['given'] {
  const given = new Map<string, { text: string; word: LineWord }>()
  for (const word of words) {
    // `^;^` sets another delimiter.
    if (word.text === undefined || word.text.startsWith('^')) return undefined
    for (const pair of word.text.split(',')) {
      const [, name = '', text = ''] = /^(_[A-Z0-9_]+)=(.*)$/s.exec(pair) ?? []
      if (name === '') return undefined
      given.set(name, { text, word })
    }
  }
  return given
}

/** Names of the images a call leaves in the registry; undefined when that cannot be told. */
export function imagesPushedBy(call: Call): string[] | undefined {
  const submitted = submittedBy(call)
  if (!submitted?.images || !submitted.given) return undefined
  const { images, declared, given } = submitted
  const project = ask(call, 'submits')?.project?.text ?? projectOf(call)
  const known = (name: string) => (name === 'PROJECT_ID' ? project : (given.get(name)?.text ?? declared.get(name)))
  const names = images.map((image) => substituted(image, (name) => known(name) ?? '\0'))
  return names.some((name) => name.includes('\0')) ? undefined : names
}

/** The one project a page knows, as its reader gives it. */
function projectOf({ page }: Call): string | undefined {
  const { parameters = {} } = isRunbook(page) ? page.header : {}
  const names = Object.entries(parameters).flatMap(([name, { type }]) => (type === 'gcp-project-id' ? [name] : []))
  return names.length === 1 ? `\${${names[0]}}` : undefined
}
