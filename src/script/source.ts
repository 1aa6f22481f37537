import type { FileBlock, Runbook, StepBlock } from '#document/model.ts'
import { type PageProcedure, proceduresOf } from '#document/procedure.ts'
import type { Card, Escalation, ScriptEscalation, ScriptInstead } from '#schema/card.ts'
import { namesExpected } from '#schema/expectation.ts'
import type { Locale, Localized } from '#schema/locale.ts'
import type { Parameter } from '#schema/parameter/parameter.ts'
import type { Procedure } from '#schema/procedure.ts'
import type { Lines, RunbookScript, ScriptChecked, ScriptFile, ScriptStep } from '#schema/script.ts'

/** A step before it is code: the text bash will receive instead of a function. */
export type SourceStep = Omit<ScriptStep, 'run'> & { text: string }
export type SourceItem = SourceStep | ScriptFile | ScriptChecked

/** What a generated script says, taken from a runbook's pages. */
export type ScriptSource = Omit<RunbookScript, 'items'> & { items: readonly SourceItem[] }

/** The pages of one runbook. The Spanish one gives the commands; the English one its titles and lines. */
export interface RunbookPages {
  es: Runbook
  en?: Runbook | undefined
}

/**
 * The script of a runbook: its blocks in page order, nothing added.
 * `hash` is the hash of the sources (see `src/report/source-hash.ts`).
 */
export function scriptSource(pages: RunbookPages, hash: string): ScriptSource {
  const { es, en } = pages
  return {
    id: es.header.id,
    system: es.header.system,
    title: localized(es.title, en?.title),
    sources: { es: es.file, ...(en && { en: en.file }) },
    hash,
    parameters: parametersOf(pages),
    procedures: procedures(pages),
    ...(es.header.docker && { docker: localized(es.header.docker, en?.header.docker) }),
    ...(es.header.escalation && { escalation: escalation(es.header.escalation, en?.header.escalation) }),
    ...(es.incident && { incident: true as const }),
    items: items(pages),
  }
}

function parametersOf({ es, en }: RunbookPages): Record<string, Parameter> {
  const entries = Object.entries(es.header.parameters).map(([name, { label, ...rest }]) => {
    const parameter: Parameter = { ...rest, label: localized(label, en?.header.parameters[name]?.label) }
    return [name, parameter] as const
  })
  return Object.fromEntries(entries)
}

/** The Spanish page says which steps; each page says the words of its locale. */
function procedures({ es, en }: RunbookPages): Procedure[] {
  const twins = new Map((en ? proceduresOf(en) : []).map((one) => [one.id, one]))
  return proceduresOf(es).map((one) => procedure(one, twins.get(one.id)))
}

function procedure({ declared: _, ...one }: PageProcedure, twin: PageProcedure | undefined): Procedure {
  const { title, when, symptoms, takes, interrupts, stop, instead, irreversible, except, docker, steps, ...rest } = one
  return {
    ...rest,
    title: localized(title, twin?.title),
    when: localized(when, twin?.when),
    ...(symptoms && { symptoms: { es: symptoms, en: twin?.symptoms ?? symptoms } }),
    ...(takes && { takes: localized(takes, twin?.takes) }),
    ...(interrupts && { interrupts: localized(interrupts, twin?.interrupts) }),
    ...(stop && { stop: localized(stop, twin?.stop) }),
    ...(instead && { instead: otherWays(instead, twin?.instead) }),
    ...(irreversible && { irreversible: localized(irreversible, twin?.irreversible) }),
    ...(except && { except: exceptions(except, twin?.except) }),
    ...(docker && { docker: localized(docker, twin?.docker) }),
    steps,
  }
}

const otherWays = (instead: Required<Card>['instead'], twin: Card['instead'] = []): ScriptInstead[] =>
  instead.map((one, index) => ({
    when: localized(one.when, twin[index]?.when),
    ...(one.use !== undefined && { use: one.use }),
    ...(one.do !== undefined && { do: localized(one.do, twin[index]?.do) }),
  }))

const escalation = (declared: readonly Escalation[], twin: readonly Escalation[] = []): ScriptEscalation[] =>
  declared.map((one, index) => ({
    when: localized(one.when, twin[index]?.when),
    ...(one.within !== undefined && { within: one.within }),
    role: localized(one.role, twin[index]?.role),
    how: localized(one.how, twin[index]?.how),
  }))

const exceptions = (except: Readonly<Record<string, string>>, twin: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(except).map(([name, reason]) => [name, localized(reason, twin[name])]))

function items({ es, en }: RunbookPages): SourceItem[] {
  const twins = twinBlocks(en)
  const known = new Set(Object.keys(es.header.parameters))
  return es.blocks.flatMap((block): SourceItem[] => {
    if (block.kind === 'plain' || block.kind === 'expect') return []
    const twin = twins.next(block.kind)
    const lines: Lines = { es: block.place.start.line, ...(twin && { en: twin.place.start.line }) }
    if (block.kind === 'checked') return [{ kind: 'checked', lines, reason: localized(block.reason, reasonOf(twin)) }]
    if (block.kind === 'file') return [fileItem(block, lines)]
    const step = stepItem(block, twin?.kind === 'step' ? twin : undefined, lines, known)
    for (const name of step.capture ?? []) known.add(name)
    return [step]
  })
}

/** The English blocks handed out in order per kind, the way the parity check compares them. */
function twinBlocks(en: Runbook | undefined) {
  const left = [...(en?.blocks ?? [])]
  return {
    next(kind: string) {
      const index = left.findIndex((block) => block.kind === kind)
      return index < 0 ? undefined : left.splice(index, 1)[0]
    },
  }
}

function reasonOf(block: { kind: string } | undefined): string | undefined {
  return block && 'reason' in block ? String(block.reason) : undefined
}

const fileItem = (block: FileBlock, lines: Lines): ScriptFile => ({
  kind: 'file',
  path: block.path,
  lines,
  text: block.text === '' ? '' : `${block.text}\n`,
})

function stepItem(block: StepBlock, twin: StepBlock | undefined, lines: Lines, known: ReadonlySet<string>): SourceStep {
  const { fence } = block
  const uses = [...new Set(namesRead(block))].filter((name) => known.has(name))
  return {
    kind: 'step',
    id: fence.step,
    title: localized(block.heading?.text ?? fence.step, twin?.heading?.text),
    lines,
    effect: fence.effect,
    timeoutMs: fence.timeout,
    ...(uses.length > 0 && { uses }),
    ...(fence.capture.length > 0 && { capture: fence.capture }),
    ...(fence.confirm && { confirm: true as const }),
    ...(fence.undoes && { undoes: fence.undoes }),
    ...(fence.exit !== 0 && { exit: fence.exit }),
    ...(fence.background && { background: { ready: fence.ready ?? 'true' } }),
    ...(fence.manual && { manual: localized(fence.manual, twin?.fence.manual) }),
    ...(block.expect.length > 0 && { expect: block.expect.map(({ expectation }) => expectation) }),
    text: block.text,
  }
}

/** Variables the text reads, and those its expected outputs name. */
function namesRead({ script, expect }: StepBlock): string[] {
  const named = expect.flatMap(({ text }) => namesExpected(text).map(({ name }) => name))
  return [...script.reads.map(({ name }) => name), ...named]
}

function localized(es: string, en: string | undefined): Localized {
  return { es, en: en ?? es } satisfies Record<Locale, string>
}
