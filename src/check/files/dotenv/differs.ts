import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Setting } from '#formats/dotenv/line.ts'
import type { PageFile } from '../page-file.ts'
import type { EnvReader } from './readers.ts'
import type { Reading } from './reading.ts'
import { firstLineEnd, NAMES } from './reading.ts'

export const fileEnvDiffers = defineFinding({
  code: 'FILE_ENV_DIFFERS',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{name}» no vale lo mismo para todos los que leen este archivo. {found}.',
    hint: 'Escribe un valor que todos lean igual, sin comillas, espacios, # ni $.',
    why: 'bash, Compose, docker run --env-file y systemd leen cada uno a su manera las comillas, los espacios, # y $. El mismo archivo da valores distintos según quién lo lea.',
  },
  en: {
    message: '`{name}` is not the same to all that read this file. {found}.',
    hint: 'Write a value all of them read alike, without quotes, spaces, # or $.',
    why: 'bash, Compose, docker run --env-file and systemd each read quotes, spaces, # and $ in their own way. The same file gives different values depending on who reads it.',
  },
  wrong: ['```ini file=app.env', 'MODE=fast # for now', '```'],
  right: ['```ini file=app.env', 'MODE=fast', '```'],
})

interface Read {
  reader: EnvReader
  setting: Setting
}

/** A variable that is one value to a reader of the page and another to the next. */
export function differing(file: PageFile, readings: readonly Reading[]): Finding[] {
  const reads = readings.flatMap(({ reader, settings }) => settings.map((setting): Read => ({ reader, setting })))
  const known = reads.filter(({ setting }) => setting.value !== undefined)
  return [...Map.groupBy(known, ({ setting }) => setting.name).values()].flatMap((same) => {
    const last = new Map(same.map((read) => [read.reader, read]))
    const values = Map.groupBy(last.values(), ({ setting }) => setting.value as string)
    const [first] = last.values()
    if (!first || values.size < 2) return []
    const found = [...values].map(
      ([value, given]) => `${given.map(({ reader }) => NAMES[reader]).join(', ')}: ${shown(first.setting.name, value)}`,
    )
    const place = file.at(first.setting.start, firstLineEnd(file, first.setting))
    return [fileEnvDiffers.at(place, { name: first.setting.name, found: found.join('; ') })]
  })
}

/** A value as a message shows it; of a secret, only how long it is. */
function shown(name: string, value: string): string {
  if (/KEY|SECRET|TOKEN|PASS/i.test(name)) return `(${value.length})`
  const plain = value.length > 40 ? `${value.slice(0, 40)}…` : value
  return `«${plain.replaceAll('\n', '⏎')}»`
}
