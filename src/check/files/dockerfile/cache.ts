import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { DockerStage } from '#formats/dockerfile/stage.ts'
import type { PageFile } from '../page-file.ts'

export const fileDockerfileCache = defineFinding({
  code: 'FILE_DOCKERFILE_CACHE',
  severity: 'warning',
  allowable: true,
  es: {
    message: '{flag} impide que pip use la caché montada en esta instrucción.',
    hint: 'Quita {flag}.',
    why: 'La caché montada solo acelera la construcción si pip escribe en ella.',
  },
  en: {
    message: '{flag} keeps pip from using the cache mounted in this instruction.',
    hint: 'Remove {flag}.',
    why: 'The cache mounted speeds the build up only if pip writes to it.',
  },
  wrong: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'RUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir uvicorn',
    '```',
  ],
  right: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'RUN --mount=type=cache,target=/root/.cache/pip pip install uvicorn',
    '```',
  ],
})

/** `--no-cache-dir` with a cache mount for pip: the mount stays empty. */
export const cacheFindings = (file: PageFile, { instructions }: DockerStage): Finding[] =>
  instructions
    .filter(
      ({ keyword, flags }) =>
        keyword === 'RUN' && flags.some(({ name, value }) => name === 'mount' && /type=cache/.test(value)),
    )
    .flatMap(({ args }) => {
      const flag = args.find(({ text }) => text === '--no-cache-dir')
      return flag ? [fileDockerfileCache.at(file.at(flag.start, flag.end), { flag: flag.text })] : []
    })
