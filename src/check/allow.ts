import type { Block, Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import type { Allowance } from '#schema/fence.ts'
import type { Place } from '#schema/place.ts'
import { fenceAllowUnused } from './rules/fence/allow-unused.ts'

interface Grant {
  file: string
  code: string
  from: number
  to: number
  place: Place
}

/** Findings without those their block allows, and with one for each allowance that allows nothing. */
export function allowed(pages: readonly Page[], findings: readonly Finding[]): Finding[] {
  const grants = pages.flatMap((page) => page.blocks.flatMap((block) => grantOf(page, block)))
  if (grants.length === 0) return [...findings]
  const used = new Set<Grant>()
  const byFile = Map.groupBy(grants, ({ file }) => file)
  const kept = findings.filter((found) => {
    const grant = byFile.get(found.place.file)?.find((candidate) => covers(candidate, found))
    if (grant) used.add(grant)
    return !grant
  })
  const unused = grants.filter((grant) => !used.has(grant))
  return [...kept, ...unused.map(({ place, code }) => fenceAllowUnused.at(place, { found: code }))]
}

const covers = ({ code, from, to }: Grant, { code: found, place: { start } }: Finding) =>
  code === found && start.line >= from && start.line <= to

function grantOf(page: Page, block: Block): Grant[] {
  const allowance = allowanceOf(block)
  if (!allowance) return []
  const place = block.kind === 'step' ? (block.keys.get('allow') ?? block.place) : block.place
  // What a step prints belongs to it.
  const last = (block.kind === 'step' && block.expect.at(-1)) || block
  const to = last.pointAt(last.text.length).line
  const from = block.place.start.line
  return allowance.codes.map((code) => ({ file: page.file, code, from, to, place }))
}

function allowanceOf(block: Block): Allowance | undefined {
  if (block.kind === 'step') return block.fence.allow
  return block.kind === 'checked' || block.kind === 'file' ? block.allow : undefined
}
