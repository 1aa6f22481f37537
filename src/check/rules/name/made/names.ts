import { imagesPushedBy } from '#check/files/cloud-build/submitted.ts'
import { serviceNamesOf } from '#check/files/compose/call.ts'
import { type Composed, composedBy } from '#check/files/compose/made.ts'
import { composeServices } from '#check/files/compose/shown.ts'
import { systemOf } from '#check/files/page-file.ts'
import { ask, type Call, isHere, placeOfWord } from '#check/page/call.ts'
import { KIND_NAMES, type Mention, mentionsOf } from '#check/page/resource.ts'
import { pageRule } from '#check/rule.ts'
import { isPlain } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'
import type { ResourceKind } from '#tools/facts/names.ts'
import { nameImageNotPushed } from './image-not-pushed.ts'
import { nameRegionDiffers } from './region-differs.ts'
import { isOfWorld, situatedSteps } from './situated.ts'
import { nameUnknown } from './unknown.ts'
import { nameUsedBefore } from './used-before.ts'

interface Placed extends Mention {
  call: Call
  order: number
}

/**
 * Names used that no step made before. Every run starts from the system's
 * bare world, so what a page uses, it makes; a kind the page makes in a way
 * that cannot be followed is left to the run, and so is what the system's own
 * files name where a situation came before.
 */
export const names = pageRule(
  [nameUsedBefore, nameImageNotPushed, nameUnknown, nameRegionDiffers],
  (facts, surroundings) => {
    const { page, calls } = facts
    if (isPlain(page)) return driftedImages(calls)
    const steps = calls.filter((call) => call.block.kind === 'step' && isHere(call))
    const composed = new Map(steps.flatMap((call) => composedBy(call, { facts, surroundings })))
    const mentions = steps.flatMap((call, order) => [
      ...placed(call, order),
      ...(composed.get(call) ?? []).flatMap((mention) => named({ ...mention, call, order })),
    ])
    const made = Map.groupBy(
      mentions.filter(({ role }) => role === 'makes'),
      ({ kind }) => kind,
    )
    const open = openKinds(steps, composed)
    const situated = situatedSteps(page)
    const world = surroundings.worldWords?.(systemOf(page) ?? '') ?? new Set<string>()
    const isLeftByWorld = ({ call: { block }, name }: Placed) =>
      block.kind === 'step' && situated.has(block.fence.step) && isOfWorld(name, world)
    // Of the name of a service where a container is meant, another rule says more.
    const services = serviceNamesOf(calls, composeServices(page))
    return [
      ...misspelt(
        calls.filter(({ block }) => block.kind === 'checked'),
        mentions,
      ),
      ...firstOfEach(
        mentions.filter(
          (mention) =>
            mention.role === 'uses' &&
            mention.order < (open.get(mention.kind) ?? Number.POSITIVE_INFINITY) &&
            !isLeftByWorld(mention) &&
            !((mention.kind === 'image' || mention.kind === 'container') && services.has(mention.name)),
        ),
      ).flatMap((use) => useFindings(use, made.get(use.kind) ?? [])),
    ]
  },
)

/**
 * Names in blocks that are only checked, which may stand for things the page does
 * not make: only one that is nearly the name of a thing it does make is a slip.
 */
function misspelt(shown: readonly Call[], mentions: readonly Placed[]): Finding[] {
  const own = shown.flatMap(placed)
  const made = [...mentions, ...own].filter(({ role }) => role === 'makes')
  return firstOfEach(own.filter(({ role }) => role === 'uses')).flatMap((use) => {
    const same = made.filter(({ kind }) => kind === use.kind)
    const names = same.map(({ name }) => name)
    const near = names.includes(use.name) ? undefined : suggest(use.name, names)
    return near === undefined ? [] : useFindings({ ...use, order: Number.POSITIVE_INFINITY }, same)
  })
}

/** A plain document may start from any world, but an image it deploys under one tag and pushes under another is nowhere. */
function driftedImages(calls: readonly Call[]): Finding[] {
  const images = calls.flatMap(placed).filter(({ kind }) => kind === 'pushed')
  const pushed = images.filter(({ role }) => role === 'makes')
  return images
    .filter(({ role, name }) => role === 'uses' && !pushed.some((other) => other.name === name))
    .filter(({ name }) => pushed.some((other) => repositoryOf(other.name) === repositoryOf(name)))
    .flatMap((use) =>
      useFindings(
        use,
        pushed.filter(({ name }) => repositoryOf(name) === repositoryOf(use.name)),
      ),
    )
}

/** One finding for each name in each step. */
function firstOfEach(uses: readonly Placed[]): Placed[] {
  return [
    ...Map.groupBy(uses, ({ kind, name, call }) => `${kind} ${name} ${call.block.place.start.line}`).values(),
  ].map((same) => same[0] as Placed)
}

const placed = (call: Call, order: number): Placed[] =>
  [...mentionsOf(call), ...builtIn(call)].map((mention) => ({ ...mention, call, order }))

/** What Cloud Build pushes, as the file it is given says. */
function builtIn(call: Call): Mention[] {
  const word = ask(call, 'submits')?.config
  if (!word) return []
  return (imagesPushedBy(call) ?? []).map((name) => ({ kind: 'pushed', role: 'makes', name, word }))
}

const named = ({ name, ...rest }: Composed & { call: Call; order: number }): Placed[] =>
  name === undefined ? [] : [{ ...rest, name }]

/** Kinds of which a page makes some whose names are not known, by the call from which on that holds. */
function openKinds(
  calls: readonly Call[],
  composed: ReadonlyMap<Call, readonly Composed[]>,
): Map<ResourceKind, number> {
  const open = new Map<ResourceKind, number>()
  const opened = (call: Call) =>
    composed.get(call)?.flatMap(({ kind, name }) => (name === undefined ? [kind] : [])) ?? openedBy(call)
  for (const [order, call] of calls.entries())
    for (const kind of opened(call)) if (order < (open.get(kind) ?? Number.POSITIVE_INFINITY)) open.set(kind, order)
  return open
}

function openedBy(call: Call): ResourceKind[] {
  const unnamed = ask(call, 'makesUnnamed') ?? []
  const builds = ask(call, 'submits')?.config && imagesPushedBy(call) === undefined
  return builds ? [...unnamed, 'pushed'] : [...unnamed]
}

function useFindings(use: Placed, made: readonly Placed[]): Finding[] {
  if (isPublicImage(use, made)) return []
  const same = made.filter(({ name }) => name === use.name)
  if (same.some(({ order }) => order <= use.order)) return regionFindings(use, same)
  const place = placeOfWord(use.call, use.word.word)
  const { es, en } = KIND_NAMES[use.kind]
  const later = same[0]
  const data = { kindEs: es, kindEn: en, name: shown(use.name) }
  // Who asks whether it is there makes it where it is not: `describe x || create x`.
  if (later && use.call.command.tested) return []
  if (later) return [nameUsedBefore.at(place, { ...data, kindEs: capital(es), line: lineOf(later) })]
  const near = nearest(use, made)
  const hint = near ? { other: shown(near.name), line: lineOf(near) } : {}
  return [(use.kind === 'pushed' ? nameImageNotPushed : nameUnknown).at(place, { ...data, ...hint })]
}

/** An image nobody builds here, from a public registry: `docker run python:3.12-slim`. */
function isPublicImage({ kind, name }: Placed, made: readonly Placed[]): boolean {
  if (kind !== 'image' && kind !== 'pushed') return false
  if (/^\$\{\w+\}$/.test(name)) return true
  return !name.includes('-docker.pkg.dev/') && !made.some((other) => repositoryOf(other.name) === repositoryOf(name))
}

const repositoryOf = (image: string) => image.replace(/:[^:/]*$/, '')

function nearest({ name }: Placed, made: readonly Placed[]): Placed | undefined {
  const near =
    suggest(
      name,
      made.map((other) => other.name),
    ) ?? made.at(-1)?.name
  return made.find((other) => other.name === near)
}

/** Things with a region are looked for where they were made. */
function regionFindings(use: Placed, same: readonly Placed[]): Finding[] {
  const maker = same.find(({ region }) => region !== undefined)
  if (!maker || use.region === undefined || use.kind === 'secret' || same.some(({ region }) => region === use.region))
    return []
  const { es, en } = KIND_NAMES[use.kind]
  const data = {
    kindEs: capital(es),
    kindEn: en,
    name: shown(use.name),
    found: shown(use.region),
    expected: shown(maker.region as string),
  }
  return [nameRegionDiffers.at(placeOfWord(use.call, use.word.word), { ...data, line: lineOf(maker) })]
}

const lineOf = ({ call, word }: Placed) => placeOfWord(call, word.word).start.line
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `$NAME` as the page writes it. */
const shown = (text: string) => text.replaceAll(/\$\{(\w+)\}/g, '$$$1')
