import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { PageFile } from '../page-file.ts'
import type { Reading } from './reading.ts'
import { firstLineEnd, NAMES } from './reading.ts'

export const fileEnvLine = defineFinding({
  code: 'FILE_ENV_LINE',
  severity: 'error',
  allowable: true,
  es: {
    message: '{reader} no toma «{name}» de esta línea: {reasonEs}.',
    hint: 'Escríbela como NOMBRE=valor, en una línea.',
    why: 'Una línea que el lector rechaza detiene el despliegue; una que ejecuta como comando es peor.',
  },
  en: {
    message: '{reader} does not take `{name}` from this line: {reasonEn}.',
    hint: 'Write it as NAME=value, on one line.',
    why: 'A line the reader refuses stops the deployment; one it runs as a command is worse.',
  },
  wrong: ['```ini file=app.env', 'LOG LEVEL=debug', '```'],
  right: ['```ini file=app.env', 'LOG_LEVEL=debug', '```'],
})

/** A line a reader of the page does not take. Where no reader is known, one that all but the lone names of Docker refuse. */
export function refused(file: PageFile, readings: readonly Reading[], isKnown: boolean): Finding[] {
  const problems = readings.flatMap(({ reader, settings }) =>
    settings.flatMap((setting) => (setting.problem ? [{ reader, setting, problem: setting.problem }] : [])),
  )
  const byLine = Map.groupBy(problems, ({ setting }) => lineOf(file, setting.start))
  return [...byLine.values()].flatMap((same) => {
    const [first] = same
    const isLone = same.every(({ setting: { start, end } }) => /^\w+\s*$/.test(file.text.slice(start, end)))
    if (!first || (!isKnown && isLone)) return []
    const { reader, setting, problem } = first
    const data = { reader: NAMES[reader], name: setting.name, reasonEs: problem.es, reasonEn: problem.en }
    return [fileEnvLine.at(file.at(setting.start, firstLineEnd(file, setting)), data)]
  })
}

const lineOf = ({ text }: PageFile, offset: number): number => text.slice(0, offset).split('\n').length
