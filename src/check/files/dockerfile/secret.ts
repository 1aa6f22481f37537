import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { DockerInstruction, DockerWord } from '#formats/dockerfile/read.ts'
import type { PageFile } from '../page-file.ts'

export const fileDockerfileSecret = defineFinding({
  code: 'FILE_DOCKERFILE_SECRET',
  severity: 'error',
  allowable: true,
  es: {
    message: '{keyword} graba «{name}» en la imagen: quien la tenga lo lee, y cambiarlo exige otra imagen.',
    hint: 'Pásalo al arrancar el contenedor, o con RUN --mount=type=secret al construir.',
    why: 'Lo que ENV y ARG dicen queda en la imagen. Cualquiera que la descargue lo lee, y rotar la clave no cambia las imágenes ya hechas.',
  },
  en: {
    message: '{keyword} writes `{name}` into the image: whoever has it can read it, and a new value needs a new image.',
    hint: 'Give it when the container starts, or with RUN --mount=type=secret while building.',
    why: 'What ENV and ARG say stays in the image. Whoever pulls it can read it, and rotating the key does not change images already made.',
  },
  wrong: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'ENV API_KEY=example', '```'],
  right: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'ENV LOG_LEVEL=info', '```'],
})

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
