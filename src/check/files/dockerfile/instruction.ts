import { defineFinding } from '#finding/define.ts'

export const fileDockerfileInstruction = defineFinding({
  code: 'FILE_DOCKERFILE_INSTRUCTION',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» no es una instrucción de Dockerfile.',
    hint: 'Corrige la instrucción.[? Quizá querías {suggestion}.]',
    why: 'Docker se niega a construir por una instrucción que no conoce.',
  },
  en: {
    message: '`{found}` is no instruction of a Dockerfile.',
    hint: 'Correct the instruction.[? Did you mean {suggestion}?]',
    why: 'Docker refuses to build for an instruction it does not know.',
  },
  wrong: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPPY app.py .', '```'],
  right: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPY app.py .', '```'],
})
