import { EXIT, StopError } from '#finding/error.ts'
import type { Locale } from '#schema/locale.ts'

/** The language of messages: `--lang`, else the locale of the environment; Spanish unless it says English. */
export function localeOf(flag: string | undefined, environment: NodeJS.ProcessEnv): Locale {
  if (flag === 'es' || flag === 'en') return flag
  const name = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return name.toLowerCase().startsWith('en') ? 'en' : 'es'
}

/** The value of `--lang` on a command line, wherever it stands. */
export function langFlag(args: readonly string[]): string | undefined {
  const index = args.indexOf('--lang')
  return index < 0 ? args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) : args[index + 1]
}

/** Stops for a language there are no messages in. */
export function refuseOtherLanguage(flag: string | undefined): void {
  // One that is missing is reported with the other options.
  if (flag === undefined || flag === 'es' || flag === 'en' || flag.startsWith('-')) return
  throw new StopError(
    EXIT.usage,
    { es: `No hay mensajes en «${flag}».`, en: `There are no messages in "${flag}".` },
    { hint: { es: 'Usa --lang es o --lang en.', en: 'Use --lang es or --lang en.' } },
  )
}
