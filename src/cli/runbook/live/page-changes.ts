import { EXIT, StopError } from '#finding/error.ts'
import { diffLines } from '#report/text-diff.ts'
import { type ContentChange, contentChanges } from '#run/journal/content.ts'
import type { PastRun } from '#run/journal/past-run.ts'
import type { ContentItem } from '#schema/journal.ts'
import { askYes } from '../../terminal/prompt.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/**
 * Shows what the page now does otherwise than when a run began, and asks whether to go on with it. What only reads
 * otherwise is no obstacle. Stops where nobody can be asked, and at a no.
 */
export async function agreeToChanges(
  { identity, done }: PastRun,
  now: readonly ContentItem[],
  terminal: Terminal,
): Promise<void> {
  const changes = contentChanges(identity.content, now)
  if (changes.length === 0) return
  const { out, locale } = terminal
  out.write(`${CHANGED[locale]}\n${changes.map((change) => shown(change, done, terminal)).join('\n')}\n`)
  if (!terminal.interactive || !(await askYes(GO_ON[locale], terminal))) throw notAgreed(identity.runbook)
}

function shown({ name, before, after }: ContentChange, done: ReadonlySet<string>, { out, locale }: Terminal): string {
  const head = `  ${out.paint('bold', name)}${done.has(name) ? ` (${DONE[locale]})` : ''}`
  const lines =
    before === undefined || after === undefined
      ? (before ?? after ?? '').split('\n').map((text) => ({ sign: after === undefined ? '-' : '+', text }) as const)
      : diffLines(before, after)
  const colours = { '-': 'red', '+': 'green', ' ': 'dim' } as const
  return [head, ...lines.map(({ sign, text }) => `    ${out.paint(colours[sign], `${sign} ${text}`)}`)].join('\n')
}

const CHANGED = {
  es: 'La página hace ahora otra cosa que cuando empezó esta ejecución:',
  en: 'The page now does something else than when this run began:',
}
const DONE = { es: 'ya ejecutado', en: 'already run' }
const GO_ON = { es: '¿Sigo con la página de ahora?', en: 'Go on with the page as it is now?' }

const notAgreed = (runbook: string) =>
  new StopError(
    EXIT.invalid,
    { es: 'La página cambió desde aquella ejecución.', en: 'The page has changed since that run.' },
    {
      hint: {
        es: `Revisa qué pasos siguen valiendo y empieza en uno: pnpm runbook ${runbook} --from PASO`,
        en: `See which steps still hold and start at one: pnpm runbook ${runbook} --from STEP`,
      },
    },
  )
