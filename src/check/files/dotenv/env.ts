import type { Finding } from '#finding/finding.ts'
import { readAsBash } from '#formats/dotenv/bash.ts'
import { readAsCompose } from '#formats/dotenv/compose.ts'
import { readAsDocker } from '#formats/dotenv/docker.ts'
import type { DotenvReader, Setting } from '#formats/dotenv/line.ts'
import { readAsSystemd } from '#formats/dotenv/systemd.ts'
import type { FormatCheck } from '../../rule.ts'
import { fileKeyDuplicate } from '../key-duplicate.ts'
import { nameOf, type PageFile } from '../page-file.ts'
import { fileEnvDiffers } from './differs.ts'
import { fileEnvLine } from './line.ts'
import { type EnvReader, readersOf } from './readers.ts'

/** A file of variables as each program of the page that reads it would: values that differ, lines one refuses. */
export const env: FormatCheck = (file, around) => {
  const used = readersOf(file, around)
  const readers = used.length > 0 ? used : (Object.keys(READERS) as EnvReader[])
  const readings = readers.map((reader) => ({ reader, settings: READERS[reader](file.text) }))
  return [...refused(file, readings, used.length > 0), ...differing(file, readings), ...repeated(file, readings)]
}

const READERS: Readonly<Record<EnvReader, DotenvReader>> = {
  bash: readAsBash,
  compose: readAsCompose,
  container: readAsDocker,
  systemd: readAsSystemd,
}

const NAMES: Readonly<Record<EnvReader, string>> = {
  bash: 'bash',
  compose: 'Compose',
  container: 'docker run --env-file',
  systemd: 'systemd',
}

interface Reading {
  reader: EnvReader
  settings: readonly Setting[]
}

/** A line a reader of the page does not take. Where no reader is known, one that all but the lone names of Docker refuse. */
function refused(file: PageFile, readings: readonly Reading[], isKnown: boolean): Finding[] {
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

const firstLineEnd = ({ text }: PageFile, { start, end }: Setting): number => {
  const line = text.indexOf('\n', start)
  return Math.min(end, line < 0 ? text.length : line)
}

interface Read {
  reader: EnvReader
  setting: Setting
}

/** A variable that is one value to a reader of the page and another to the next. */
function differing(file: PageFile, readings: readonly Reading[]): Finding[] {
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

/** A variable given twice: the last one counts, to every reader. */
function repeated(file: PageFile, [first]: readonly Reading[]): Finding[] {
  return [...Map.groupBy(first?.settings ?? [], ({ name }) => name).values()].flatMap(([, ...again]) =>
    again
      .filter(({ problem }) => !problem)
      .map((setting) =>
        fileKeyDuplicate.at(file.at(setting.start, firstLineEnd(file, setting)), {
          file: nameOf(file),
          key: setting.name,
        }),
      ),
  )
}
