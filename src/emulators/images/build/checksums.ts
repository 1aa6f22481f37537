import { NotModelled } from '../../model.ts'
import { sha256 } from '../digest.ts'
import { hasFile, joinPath } from '../image-files.ts'
import type { Draft } from './draft.ts'
import type { ProgramCall, RunResult } from './run-result.ts'

/** `sha256sum FILE…` and `sha256sum --check FILE…` (coreutils), of texts. */
export function checksums(draft: Draft, { args }: ProgramCall): RunResult {
  const files = args.filter((arg) => !arg.startsWith('-'))
  const options = args.filter((arg) => arg.startsWith('-'))
  if (files.length === 0 || options.some((option) => !/^(?:-c|--check)$/.test(option)))
    throw new NotModelled(`RUN sha256sum ${args.join(' ')}`)
  const results = files.map((file) => (options.length > 0 ? checked(draft, file) : summed(draft, file)))
  return {
    exitCode: Math.max(...results.map(({ exitCode }) => exitCode)),
    output: results.flatMap(({ output }) => output),
  }
}

const textOf = ({ directory, files }: Draft, file: string): string | undefined => {
  const path = joinPath(directory, file)
  return hasFile(files, path) ? files[path] : undefined
}

const missing = (file: string): RunResult => ({
  exitCode: 1,
  output: [`sha256sum: ${file}: No such file or directory`],
})

function summed(draft: Draft, file: string): RunResult {
  const text = textOf(draft, file)
  return text === undefined ? missing(file) : { exitCode: 0, output: [`${sha256(text)}  ${file}`] }
}

/** A list of sums, each `<sum>  <file>`. */
function checked(draft: Draft, list: string): RunResult {
  const text = textOf(draft, list)
  if (text === undefined) return missing(list)
  const lines = text.split('\n').flatMap((line) => {
    const [, sum, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    return sum === undefined || file === undefined ? [] : [{ sum, file }]
  })
  if (lines.length === 0)
    return { exitCode: 1, output: [`sha256sum: ${list}: no properly formatted checksum lines found`] }
  const results = lines.map(({ sum, file }) => {
    const content = textOf(draft, file)
    if (content === undefined) return [...missing(file).output, `${file}: FAILED open or read`]
    return [sha256(content) === sum ? `${file}: OK` : `${file}: FAILED`]
  })
  const isBad = results.some((output) => !output.at(-1)?.endsWith(': OK'))
  return { exitCode: isBad ? 1 : 0, output: [...results.flat(), ...(isBad ? [warning(results)] : [])] }
}

function warning(results: readonly (readonly string[])[]): string {
  const bad = results.filter((output) => output.at(-1)?.endsWith(': FAILED')).length
  return bad === 1
    ? 'sha256sum: WARNING: 1 computed checksum did NOT match'
    : `sha256sum: WARNING: ${bad} computed checksums did NOT match`
}
