import type { Facts } from '#tools/facts/model.ts'
import { ask } from '../page/call.ts'
import type { Around } from '../rule.ts'
import { plainPath, systemOf } from './page-file.ts'

/**
 * Files and folders a page has by its end: those of its system's working directory, and those its
 * blocks and commands write. Undefined where that is not known.
 */
export function presentFiles({
  facts,
  surroundings,
}: Pick<Around, 'facts' | 'surroundings'>): ReadonlySet<string> | undefined {
  const system = systemOf(facts.page)
  const before = system === undefined ? undefined : surroundings.workspaceFiles?.(system)
  const steps = facts.calls.filter(({ block }) => block.kind === 'step')
  if (!before || steps.some((call) => isLost(ask(call, 'directory')))) return undefined
  const files = facts.page.blocks.flatMap((block) => (block.kind === 'file' ? [block.path] : []))
  const made = steps.flatMap((call) => [
    ...call.command.redirects.flatMap(({ operator, target }) => (operator.includes('>') ? (target?.value ?? []) : [])),
    ...(ask(call, 'writes') ?? []).flatMap(({ text }) => text ?? []),
  ])
  const all = [...before, ...files, ...made].map((path) => plainPath(path).replace(/\/$/, ''))
  return new Set(all.flatMap((path) => [path, ...folders(path)]))
}

const folders = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/'))

/** Whether the directory or its files are no longer known. A script that is run is looked for itself. */
const isLost = (directory: Facts['directory'] | undefined): boolean =>
  directory === 'moves' || directory === 'brings' || directory === 'builds'
