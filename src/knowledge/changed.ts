import { execFileSync } from 'node:child_process'
import { EXIT, StopError } from '#finding/error.ts'
import type { Outline } from './outline.ts'
import { FIXTURES, ROOT, RUNBOOKS } from './paths.ts'

/**
 * The files that differ from where this branch left `ref`, committed or not, new ones included,
 * relative to the root. Without `ref`: the default branch of `origin`, else `main`, else the last
 * commit. Stops when there is no such commit.
 */
export function changedFiles(ref: string): string[] {
  const target = ref === '' ? defaultRef() : commitOf(ref)
  if (target === undefined) throw noSuchRef(ref)
  const base = git('merge-base', target, 'HEAD')?.trim() || target
  const tracked = git('diff', '--name-only', '--no-renames', '--relative', '-z', base, '--')
  const added = git('ls-files', '--others', '--exclude-standard', '-z')
  if (tracked === undefined || added === undefined) throw noSuchRef(ref)
  return [...tracked.split('\0'), ...added.split('\0')].filter((file) => file !== '').sort()
}

/**
 * The runbooks a change of files concerns: those of changed pages and scripts, those whose seed world
 * changed, and all when it may be in what every run is made of.
 */
export function affectedIds(files: readonly string[], outlines: readonly Outline[]): Set<string> {
  const runbooks = outlines.flatMap(({ file, runbook }) => (runbook ? [{ file, ...runbook }] : []))
  return new Set(files.flatMap((file) => runbooks.filter((one) => concerns(file, one)).map(({ id }) => id)))
}

function concerns(changed: string, { file, id, system }: { file: string; id: string; system: string }): boolean {
  if (changed.startsWith(`${FIXTURES}/`)) return changed.startsWith(`${FIXTURES}/${system}/`)
  if (changed.startsWith(`${RUNBOOKS}/`)) return changed === `${RUNBOOKS}/${id}.ts`
  return changed === file || MACHINERY.test(changed)
}

/** Fixtures, emulators and what walks the steps. What only checks, reports or shows pages cannot change a run. */
const MACHINERY =
  /^(src\/(?!site\/|report\/|check\/|document\/|maintain\/)|scripts\/|package\.json$|pnpm-(lock|workspace)\.yaml$)/

const defaultRef = () =>
  ['origin/HEAD', 'origin/main', 'main', 'HEAD'].map(commitOf).find((commit) => commit !== undefined)

/** The commit of a name, which may not be taken for an option. */
const commitOf = (ref: string) =>
  git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)?.trim() || undefined

function git(...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    })
  } catch {
    return undefined
  }
}

function noSuchRef(ref: string): StopError {
  return new StopError(
    EXIT.usage,
    {
      es: `git no conoce «${ref || 'HEAD'}» aquí: no se sabe qué cambió.`,
      en: `git knows no "${ref || 'HEAD'}" here: what changed is unknown.`,
    },
    {
      hint: {
        es: 'Da una rama o un commit que exista (--changed=REF), o verifica todo sin --changed.',
        en: 'Name a branch or commit that exists (--changed=REF), or verify everything without --changed.',
      },
    },
  )
}
