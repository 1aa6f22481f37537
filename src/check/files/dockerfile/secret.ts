import type { Finding } from '#finding/finding.ts'
import type { DockerInstruction, DockerWord } from '#formats/dockerfile/read.ts'
import type { PageFile } from '../page-file.ts'
import { fileDockerfileSecret } from './secret-kept.ts'

/** Names that hold secrets, as BuildKit's own check has them (SecretsUsedInArgOrEnv). */
const SECRET = /(^|_)(apikey|auth|credentials?|key|password|pword|passwd|secret|token)(_|$)/i
const PUBLIC = /(^|_)public(_|$)/i

/** Variables of an image that hold secrets: whoever has the image has them, and a new value needs a new image. */
export const secretFindings = (file: PageFile, instructions: readonly DockerInstruction[]): Finding[] =>
  instructions
    .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
    .flatMap((instruction) =>
      namesIn(instruction)
        .filter(({ text }) => SECRET.test(text) && !PUBLIC.test(text))
        .map(({ text, start, end }) =>
          fileDockerfileSecret.at(file.at(start, end), { name: text, keyword: instruction.keyword }),
        ),
    )

/** `NAME=value …`; `ENV NAME value`, an older form; `ARG NAME`. */
function namesIn({ keyword, args }: DockerInstruction): DockerWord[] {
  const pairs = args.filter(({ text }) => /^\w+=./.test(text))
  const words =
    pairs.length > 0 || (args[0]?.text.includes('=') ?? true)
      ? pairs
      : args.slice(0, keyword === 'ARG' ? args.length : 1)
  return words.map(({ text, start }) => {
    const name = /^\w*/.exec(text)?.[0] ?? ''
    return { text: name, start, end: start + name.length }
  })
}
