import { writeFile } from 'node:fs/promises'
import { EXIT } from '#finding/error.ts'
import { inRoot } from '#knowledge/paths.ts'
import { pagesBehind } from '#knowledge/sync.ts'
import type { Command } from '../terminal/help.ts'
import { COMMON } from '../terminal/option-table.ts'
import { readCommandLine } from '../terminal/options.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** `pnpm sync [--check]`: copies changed blocks from Spanish to English pages, leaving prose alone. */
export async function sync(terminal: Terminal): Promise<number> {
  const given = readCommandLine(SYNC, terminal)
  if (!given) return EXIT.passed
  const { out, err, locale } = terminal
  const behind = await pagesBehind()
  for (const { file, text } of behind) {
    if (given.values.check) err.write(`${BEHIND[locale](file)}\n`)
    else await writeFile(inRoot(file), text)
    if (!given.values.check) out.write(`+ ${file}\n`)
  }
  return given.values.check && behind.length > 0 ? EXIT.failed : EXIT.passed
}

const BEHIND = {
  es: (file: string) => `${file}: sus bloques no son los del español. Cópialos: pnpm sync`,
  en: (file: string) => `${file}: its blocks are not those of the Spanish page. Copy them: pnpm sync`,
}

/** `pnpm sync` as its help describes it. */
export const SYNC = {
  usage: {
    es: `Uso: pnpm sync [--check]

Copia los bloques que han cambiado de las páginas españolas a las inglesas, y deja la prosa como está.`,
    en: `Usage: pnpm sync [--check]

Copies changed blocks from the Spanish pages to the English ones, and leaves prose alone.`,
  },
  options: {
    check: {
      words: {
        es: 'no escribe nada: dice qué páginas están atrasadas (estado 1)',
        en: 'writes nothing: says which pages are behind (status 1)',
      },
    },
    ...COMMON,
  },
} as const satisfies Command
