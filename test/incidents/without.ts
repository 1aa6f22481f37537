import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '#schema/plan.ts'
import type { Shell } from '#schema/shell.ts'
import { shippedPages } from '../faults/pages.ts'
import { openFixture, planPages, runPlan } from '../support/page-run.ts'

const SEEDS = 'runbooks/fixtures'

/** A prevention taken away: a text of a file of the seed world, or of a page, that becomes another. */
export interface Removal {
  file: string
  find: string
  replace: string
}

/** A file of today that is again as a release of the time had it. */
export interface Return {
  file: string
  tag: string
}

/** A page, and what is taken away before it runs. */
export interface Without {
  id: string
  /** Files under the laptop's repository. */
  removals?: readonly Removal[]
  returns?: readonly Return[]
  /** Edits of the page in both languages. */
  edits?: readonly Omit<Removal, 'file'>[]
}

/**
 * The steps of a page that fail once its prevention is gone, in order. All its
 * steps run: one that fails does not keep the later ones from being tried.
 */
export async function failingWithout({ id, removals = [], returns = [], edits = [] }: Without): Promise<string[]> {
  const seeds = mkdtempSync(join(tmpdir(), 'seeds-'))
  try {
    cpSync(SEEDS, seeds, { recursive: true })
    const at = (file: string) => join(seeds, 'octavios/laptop/octavios', file)
    for (const { file, find, replace } of removals)
      writeFileSync(at(file), replaced(readFileSync(at(file), 'utf8'), find, replace))
    for (const { file, tag } of returns) cpSync(join(seeds, 'octavios/laptop/.history', tag, file), at(file))
    const plan = planPages({ sources: editedPages(id, edits), id, fixture: 'docker' })
    const shell = await openFixture(plan, seeds)
    try {
      return await failing(plan, shell)
    } finally {
      await shell.close()
    }
  } finally {
    rmSync(seeds, { recursive: true })
  }
}

async function failing(plan: Plan, shell: Shell): Promise<string[]> {
  const failed: string[] = []
  for (let { items } = plan; items.length > 0; ) {
    const { report } = await runPlan({ ...plan, items }, shell)
    const stopped = report.steps.find(({ status }) => status !== 'passed')
    if (!stopped) break
    failed.push(stopped.id)
    items = items.slice(items.findIndex((item) => item.kind === 'step' && item.id === stopped.id) + 1)
  }
  return failed
}

function editedPages(id: string, edits: readonly Omit<Removal, 'file'>[]): Map<string, string> {
  const pages = shippedPages()
  for (const file of pages.keys())
    if (file.endsWith(`/${id}.md`))
      for (const { find, replace } of edits) pages.set(file, replaced(pages.get(file) ?? '', find, replace))
  return pages
}

/** Throws when the text is not there: an edit that changes nothing proves nothing. */
function replaced(text: string, find: string, replace: string): string {
  if (!text.includes(find)) throw new Error(`nothing holds: ${find}`)
  return text.replaceAll(find, () => replace)
}
