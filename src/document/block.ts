import type { z } from 'zod'
import type { Finding } from '#finding/finding.ts'
import type { Fix } from '#finding/fix.ts'
import { checkedFenceSchema, expectFenceSchema, fileFenceSchema, stepFenceSchema } from '#schema/fence.ts'
import type { Place } from '#schema/place.ts'
import { withoutPrompts } from './bash/prompt.ts'
import { parseBash } from './bash/read.ts'
import type { Body } from './body.ts'
import { expectationFindings } from './expectation.ts'
import { type Fence, valueFinding } from './fence.ts'
import { KEYS } from './fence-keys.ts'
import { fenceCaptureUnassigned } from './findings/fence/capture-unassigned.ts'
import { fenceEmpty } from './findings/fence/empty.ts'
import { fenceLanguageMissing } from './findings/fence/language-missing.ts'
import { fenceLanguageShell } from './findings/fence/language-shell.ts'
import { fenceTooLarge } from './findings/fence/too-large.ts'
import { fenceUnmarked } from './findings/fence/unmarked.ts'
import type { Block, Heading, StepBlock } from './model.ts'

/** A block as read from the page, before its keys are understood. */
export interface RawBlock {
  fence: Fence
  body: Body
  place: Place
  languagePlace: Place
  heading: Heading | undefined
}

const MAX_BYTES = 120_000
const SHELLS = new Set([
  'sh',
  'shell',
  'zsh',
  'fish',
  'ksh',
  'console',
  'shell-session',
  'shellsession',
  'sh-session',
  'terminal',
  'bash-session',
  'command',
])

/** Makes a block of a fence. Without a block, findings say why it could not be one. */
export function buildBlock(raw: RawBlock): { block: Block | undefined; findings: Finding[] } {
  const findings = [...raw.fence.findings, ...languageFindings(raw), ...sizeFindings(raw)]
  const built = BUILDERS[raw.fence.kind](raw)
  if (raw.fence.findings.length === 0) return { block: built.block, findings: [...findings, ...built.findings] }
  // What is missing because another key is wrong has no place of its own.
  const told = new Set([raw.place, ...findings.map(({ place }) => place)].map(({ start }) => start.offset))
  const wrong = built.findings.filter(({ place }) => !told.has(place.start.offset))
  return { block: undefined, findings: [...findings, ...wrong] }
}

interface Built {
  block: Block | undefined
  findings: readonly Finding[]
}

const BUILDERS: Readonly<Record<Fence['kind'], (raw: RawBlock) => Built>> = {
  step: buildStep,
  checked: buildChecked,
  expect: buildExpect,
  file: buildFile,
  plain: (raw) => ({ block: { kind: 'plain', ...common(raw) }, findings: [] }),
}

const common = ({ fence, body, place, heading }: RawBlock) => ({ ...body, language: fence.language, place, heading })

function buildStep(raw: RawBlock): Built {
  const parsed = readKeys(raw, stepFenceSchema)
  if (!parsed.value) return { block: undefined, findings: parsed.findings }
  const block: StepBlock = {
    kind: 'step',
    ...common(raw),
    fence: parsed.value,
    keys: raw.fence.keys,
    script: parseBash(raw.body.text),
    expect: [],
  }
  return { block, findings: [...emptyFindings(block), ...captureFindings(block)] }
}

function emptyFindings({ script, fence, place, keys }: StepBlock): Finding[] {
  if (script.commands.length > 0 || script.errors.length > 0 || script.functions.length > 0) return []
  return [fenceEmpty.at(keys.get('step') ?? place, { step: fence.step })]
}

function captureFindings({ script, fence, place, keys }: StepBlock): Finding[] {
  const written = new Set(script.writes.map(({ name }) => name))
  return fence.capture
    .filter((name) => !written.has(name))
    .map((name) => fenceCaptureUnassigned.at(keys.get('capture') ?? place, { name }))
}

function buildChecked(raw: RawBlock): Built {
  const { value, findings } = readKeys(raw, checkedFenceSchema)
  if (!value) return { block: undefined, findings }
  const script = parseBash(raw.body.text)
  return { block: { kind: 'checked', ...common(raw), reason: value.checked, allow: value.allow, script }, findings: [] }
}

function buildFile(raw: RawBlock): Built {
  const { value, findings } = readKeys(raw, fileFenceSchema)
  if (!value) return { block: undefined, findings }
  return { block: { kind: 'file', ...common(raw), path: value.file, allow: value.allow }, findings: [] }
}

function buildExpect(raw: RawBlock): Built {
  const { value, findings } = readKeys(raw, expectFenceSchema)
  if (!value) return { block: undefined, findings }
  const { expect: mode, path } = value
  const expectation = { mode, text: raw.body.text, ...(path && { path }), line: raw.place.start.line }
  const wrong = expectationFindings(expectation, raw.body, raw.place)
  return { block: wrong.length > 0 ? undefined : { kind: 'expect', ...common(raw), expectation }, findings: wrong }
}

/** The keys of a fence as its schema understands them, or a finding at each that is wrong. */
function readKeys<Schema extends z.ZodType>(
  { fence, place }: RawBlock,
  schema: Schema,
): { value: z.output<Schema> | undefined; findings: Finding[] } {
  const known = new Set(KEYS[fence.kind])
  const parsed = schema.safeParse(Object.fromEntries([...fence.values].filter(([key]) => known.has(key))))
  if (parsed.success) return { value: parsed.data, findings: [] }
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
  return {
    value: undefined,
    findings: [...wrong].map((key) =>
      valueFinding(key, String(fence.values.get(key) ?? ''), fence.keys.get(key) ?? place),
    ),
  }
}

function languageFindings(raw: RawBlock): Finding[] {
  const { fence, place } = raw
  const { language, kind, findings } = fence
  if (language === '') return [fenceLanguageMissing.at(place)]
  if (SHELLS.has(language.toLowerCase()) || (language !== 'bash' && language.toLowerCase() === 'bash'))
    return [fenceLanguageShell.at(place, { found: language }, asBash(raw))]
  return language === 'bash' && kind === 'plain' && findings.length === 0 ? [fenceUnmarked.at(place)] : []
}

/** Languages whose blocks bash runs as they are. */
const BASH_LIKE = new Set(['bash', 'sh', 'shell', 'console', 'shell-session', 'terminal', 'command'])

/** `bash`, where keys say that the block is commands, and bash can read them. Prompts are not commands. */
function asBash({ fence, body, languagePlace }: RawBlock): Fix | undefined {
  const commands = ['step', 'checked'].some((key) => fence.keys.has(key))
  if (!commands || !isBashLike(fence.language, body.text)) return undefined
  return { edits: [{ place: languagePlace, text: 'bash' }] }
}

/** Whether a block of a shell's language holds what bash reads just so. */
export const isBashLike = (language: string, text: string): boolean =>
  BASH_LIKE.has(language.toLowerCase()) && withoutPrompts(text) === text && parseBash(text).errors.length === 0

function sizeFindings({ body, place }: RawBlock): Finding[] {
  if (body.text.length * 3 <= MAX_BYTES) return []
  const found = new TextEncoder().encode(body.text).length
  return found > MAX_BYTES ? [fenceTooLarge.at(place, { found, limit: MAX_BYTES })] : []
}
