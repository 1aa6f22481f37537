import { readdir, readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { EXIT, StopError } from '#finding/error.ts'
import { sourceHash } from '#report/source-hash.ts'
import type { RunbookScript } from '#schema/script.ts'
import { scriptStale } from '#script/findings/stale.ts'
import { nearest } from '../nearest.ts'
import { inRoot, RUNBOOKS } from '../paths.ts'

/** Ids of the generated scripts, sorted. */
export async function scriptIds(): Promise<string[]> {
  const files = await readdir(inRoot(RUNBOOKS))
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

/** The generated script of a runbook. Stops for an id nobody has, and for a script that is not its page's. */
export async function loadScript(id: string): Promise<RunbookScript> {
  const ids = await scriptIds()
  if (!ids.includes(id)) throw unknownRunbook(id, ids)
  const module: { default: RunbookScript } = await import(pathToFileURL(inRoot(RUNBOOKS, `${id}.ts`)).href)
  const script = module.default
  if ((await currentHash(script)) !== script.hash) throw stale(script)
  return script
}

/** The hash of the pages of a script as they are now. */
export async function currentHash({ sources }: RunbookScript): Promise<string> {
  const read = (file: string) => readFile(inRoot(file), 'utf8').catch(() => '')
  return sourceHash({ es: await read(sources.es), en: sources.en && (await read(sources.en)) })
}

function unknownRunbook(id: string, ids: readonly string[]): StopError {
  const meant = nearest(id, ids)
  return new StopError(
    EXIT.usage,
    { es: `No hay ningún runbook «${id}».`, en: `There is no runbook "${id}".` },
    {
      hint: meant
        ? {
            es: `¿Querías decir «${meant}»? pnpm runbook ${meant} --dry-run`,
            en: `Did you mean "${meant}"? pnpm runbook ${meant} --dry-run`,
          }
        : { es: 'Mira cuáles hay: pnpm runbook', en: 'See which there are: pnpm runbook' },
    },
  )
}

function stale({ id, sources }: RunbookScript): StopError {
  return new StopError(
    EXIT.invalid,
    {
      es: `${sources.es}:1:1  ${scriptStale.code}  runbooks/${id}.ts no corresponde a su página.`,
      en: `${sources.es}:1:1  ${scriptStale.code}  runbooks/${id}.ts does not match its page.`,
    },
    {
      hint: { es: 'Revisa el cambio y regenera: pnpm generate', en: 'Review the change and regenerate: pnpm generate' },
    },
  )
}
