import { defineFinding } from '#finding/define.ts'

export const fileCopyIgnored = defineFinding({
  code: 'FILE_COPY_IGNORED',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: '.dockerignore deja «{found}» fuera del contexto de la imagen.',
    hint: 'Admítelo con !{found}.',
    why: 'Lo que .dockerignore excluye no llega a la construcción, aunque esté en el disco.',
  },
  en: {
    message: '.dockerignore keeps `{found}` out of the context of the image.',
    hint: 'Admit it with !{found}.',
    why: 'What .dockerignore excludes does not reach the build, although it is on the disk.',
  },
  wrong: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'COPY app ./app',
    '```',
    '',
    '```text file=.dockerignore',
    '*',
    '```',
  ],
  right: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'COPY app ./app',
    '```',
    '',
    '```text file=.dockerignore',
    '*',
    '!app',
    '```',
  ],
})
