import type { Locale } from '#schema/locale.ts'

/** The language of messages: `--lang`, else the locale of the environment; Spanish unless it says English. */
export function localeOf(flag: string | undefined, environment: NodeJS.ProcessEnv): Locale {
  if (flag === 'es' || flag === 'en') return flag
  const name = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return name.toLowerCase().startsWith('en') ? 'en' : 'es'
}
