import type { Finding } from '#finding/finding.ts'
import { readAsBash } from '#formats/dotenv/bash.ts'
import { readAsCompose } from '#formats/dotenv/compose.ts'
import { readAsDocker } from '#formats/dotenv/docker.ts'
import type { DotenvReader } from '#formats/dotenv/line.ts'
import { readAsSystemd } from '#formats/dotenv/systemd.ts'
import type { FormatCheck } from '../../rule.ts'
import { fileKeyDuplicate } from '../key-duplicate.ts'
import type { PageFile } from '../page-file.ts'
import { nameOf } from '../page-file.ts'
import { differing } from './differs.ts'
import { refused } from './line.ts'
import type { EnvReader } from './readers.ts'
import { readersOf } from './readers.ts'
import type { Reading } from './reading.ts'
import { firstLineEnd } from './reading.ts'

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
