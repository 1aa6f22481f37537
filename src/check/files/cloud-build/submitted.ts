import { parseDocument } from 'yaml'
import type { FileBlock } from '#document/model.ts'
import { isRunbook } from '#document/model.ts'
import { type Call, type CallWord, flagValue, flagValues, isCommand } from '../../page/call.ts'

/** The Cloud Build file of a page that a call submits, and what both say of its variables. */
export interface Submitted {
  block: FileBlock
  /** Variables the file uses and where, `_NAME`; not Cloud Build's own. */
  used: ReadonlyMap<string, number>
  /** Those it gives a value itself. */
  declared: ReadonlyMap<string, string>
  /** Those the call gives a value, with the word that does; undefined when they cannot be followed. */
  given: ReadonlyMap<string, { text: string; word: CallWord }> | undefined
  /** Names nobody uses or sets are no fault. */
  loose: boolean
  /** Images it pushes, variables as they stand; undefined when its steps may push others. */
  images: readonly string[] | undefined
}

/** What `gcloud builds submit --config FILE` submits, where the page shows that file. */
export function submittedBy(call: Call): Submitted | undefined {
  if (!isCommand(call, 'gcloud', 'builds submit')) return undefined
  const path = flagValue(call, '--config')?.text?.replace(/^\.\//, '')
  const block = call.page.blocks.findLast((one): one is FileBlock => one.kind === 'file' && one.path === path)
  const root = block && readFile(block.text)
  if (!block || !root) return undefined
  return {
    block,
    used: usedIn(block.text),
    declared: new Map(Object.entries(recordOf(root.substitutions)).map(([name, value]) => [name, String(value)])),
    given: givenBy(call),
    loose: recordOf(root.options).substitutionOption === 'ALLOW_LOOSE',
    images: imagesOf(root),
  }
}

type Json = Readonly<Record<string, unknown>>

const recordOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

function readFile(text: string): Json | undefined {
  try {
    const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
    return document.errors.length > 0 ? undefined : recordOf(document.toJS({ maxAliasCount: 100 }))
  } catch {
    // The YAML library recurses; the format's own check says what is wrong.
    return undefined
  }
}

const VARIABLE = /(?<!\$)\$(?:\{([A-Z_][A-Z0-9_]*)\}|([A-Z_][A-Z0-9_]*))/g

function usedIn(text: string): Map<string, number> {
  const code = text.replaceAll(/^\s*#.*$/gm, (comment) => ' '.repeat(comment.length))
  const used = new Map<string, number>()
  for (const match of code.matchAll(VARIABLE)) {
    const name = match[1] ?? match[2] ?? ''
    if (name.startsWith('_') && !used.has(name)) used.set(name, match.index)
  }
  return used
}

function givenBy(call: Call): Submitted['given'] {
  const words = flagValues(call, '--substitutions')
  const given = new Map<string, { text: string; word: CallWord }>()
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

/** What `images` names and `docker push` pushes. Only docker's own builder is known to push nothing else. */
function imagesOf(root: Json): string[] | undefined {
  const steps = (Array.isArray(root.steps) ? root.steps : []).map(recordOf)
  const known = steps.every(
    ({ name, entrypoint, script }) =>
      name === 'gcr.io/cloud-builders/docker' && entrypoint === undefined && script === undefined,
  )
  if (!known || steps.some(({ args }) => textsOf(args)[0] === 'buildx')) return undefined
  const pushed = steps.flatMap(({ args }) => (textsOf(args)[0] === 'push' ? textsOf(args).slice(1) : []))
  return [...new Set([...textsOf(root.images), ...pushed])]
}

/** Names of the images a call leaves in the registry; undefined when that cannot be told. */
export function imagesPushedBy(call: Call): string[] | undefined {
  const submitted = submittedBy(call)
  if (!submitted?.images || !submitted.given) return undefined
  const { images, declared, given } = submitted
  const project = flagValue(call, '--project')?.text ?? projectOf(call)
  const names = images.map((image) =>
    image.replaceAll(VARIABLE, (whole, braced?: string, bare?: string) => {
      const name = braced ?? bare ?? ''
      return (name === 'PROJECT_ID' ? project : (given.get(name)?.text ?? declared.get(name))) ?? `\0${whole}`
    }),
  )
  return names.some((name) => name.includes('\0')) ? undefined : names
}

/** The one project a page knows, as its reader gives it. */
function projectOf({ page }: Call): string | undefined {
  const { parameters = {} } = isRunbook(page) ? page.header : {}
  const names = Object.entries(parameters).flatMap(([name, { type }]) => (type === 'gcp-project-id' ? [name] : []))
  return names.length === 1 ? `\${${names[0]}}` : undefined
}
