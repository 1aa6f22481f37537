import { defineFinding } from '#finding/define.ts'

export const fileDockerfileArgument = defineFinding({
  code: 'FILE_DOCKERFILE_ARGUMENT',
  severity: 'error',
  allowable: true,
  es: {
    message: '{keyword} {reasonEs}.',
    hint: 'Corrige la instrucción.',
    why: 'Docker deja de construir en una instrucción a la que le falta o le sobra un argumento.',
  },
  en: {
    message: '{keyword} {reasonEn}.',
    hint: 'Correct the instruction.',
    why: 'Docker stops building at an instruction with an argument missing or too many.',
  },
  wrong: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPY app.py', '```'],
  right: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPY app.py .', '```'],
})
