import type { Code } from 'mdast'
import type { Finding } from '#finding/finding.ts'
import { UNNAMED } from '#formats/registry.ts'
import { type StepFence, stepFenceSchema } from '#schema/fence.ts'
import { withoutPrompts } from './bash/prompt.ts'
import { parseBash } from './bash/read.ts'
import type { RawBlock } from './block.ts'
import { readCode } from './code.ts'
import { parseMeta } from './fence-meta.ts'
import { fenceLanguageMissing } from './findings/fence/language-missing.ts'
import type { Block, Heading } from './model.ts'
import type { Allowed } from './plain-allow.ts'
import type { Source } from './source.ts'

/** What surrounds a block of a plain document. */
export interface PlainContext {
  heading: Heading | undefined
  /** What the first word of a command may be. */
  commands: ReadonlySet<string>
  /** File names in the words before it. */
  named: readonly string[]
  allowed: Allowed
}

/** Languages of blocks a reader pastes into a shell. */
const SHELLS = new Set(
  'bash sh shell zsh ksh command terminal console shell-session shellsession sh-session bash-session'.split(' '),
)
/** A block of a plain document as what its language and text make it. */
export function buildPlainBlock(
  source: Source,
  node: Code,
  context: PlainContext,
): { block: Block | undefined; findings: readonly Finding[] } {
  const { raw, findings } = readCode(source, node, context.heading)
  const told = [...findings, ...(context.allowed.findings ?? [])]
  if (!raw) return { block: undefined, findings: told }
  const language = raw.fence.language.toLowerCase().replace(/^\{?\.?|\}$/g, '')
  const base = { ...raw.body, language, place: raw.place, heading: raw.heading }
  const unnamed = UNNAMED.get(language)
  if (unnamed !== undefined) {
    const path = namedInMeta(node.meta ?? '') ?? pathOf(raw, context) ?? unnamed
    return { block: { kind: 'file', ...base, path, allow: context.allowed.allow }, findings: told }
  }
  const text = shellText(raw, language, context.commands)
  if (text === undefined) return { block: { kind: 'plain', ...base }, findings: told }
  const untagged = language === '' ? [fenceLanguageMissing.at(raw.place)] : []
  return { block: stepOf(raw, { ...base, text }, context.allowed), findings: [...told, ...untagged] }
}

/** What a shell would be given: sessions without prompts and output, and text without a language when it is commands alone. */
function shellText({ body }: RawBlock, language: string, commands: ReadonlySet<string>): string | undefined {
  if (SHELLS.has(language)) return withoutPrompts(body.text)
  return language === '' && isCommands(body.text, commands) ? body.text : undefined
}

function isCommands(text: string, commands: ReadonlySet<string>): boolean {
  const script = parseBash(text)
  const known = ({ name }: (typeof script.commands)[number]) => !name || commands.has(name.value ?? '')
  return script.errors.length === 0 && script.commands.some(({ name }) => name) && script.commands.every(known)
}

function stepOf(raw: RawBlock, base: Pick<RawBlock, 'heading' | 'place'> & RawBlock['body'], allowed: Allowed): Block {
  return {
    kind: 'step',
    ...base,
    language: 'bash',
    fence: { ...plainFence(raw.place.start.line), ...(allowed.allow && { allow: allowed.allow }) },
    keys: new Map(allowed.place ? [['allow', allowed.place]] : []),
    script: parseBash(base.text),
    expect: [],
  }
}

/** The most it may do is everything: a plain document declares nothing. */
const plainFence = (line: number): StepFence => stepFenceSchema.parse({ step: `line-${line}`, effect: 'delete' })

/** The file other tools name in the metadata: `file=app.yml`, `title="app.yml"`. */
const namedInMeta = (meta: string): string | undefined =>
  parseMeta(meta)
    .tokens.filter(({ key }) => key !== undefined && NAMING.has(key))
    .flatMap(({ value }) => (typeof value === 'string' && FILE_NAME.test(value) ? [value] : []))[0]

const NAMING = new Set(['file', 'filename', 'title', 'name'])

const FILE_NAME =
  /^\/?(?:[\w.-]+\/)*(?:Dockerfile(?:\.\w+)?|Makefile|\.?[\w-][\w.-]*\.(?:ya?ml|json|toml|ini|conf|env|py|service|timer|socket|mount|path|target|slice|cfg|example)|\.env[\w.]*)$/

/** The file a block shows: named in its first comment, or in the words right before it. */
function pathOf({ body }: RawBlock, { named }: PlainContext): string | undefined {
  const comment = /^[ \t]*(?:#|\/\/)[ \t]*(\S+)/.exec(body.text)?.[1]
  return [comment, ...named.toReversed()].find((name) => name !== undefined && FILE_NAME.test(name))
}
