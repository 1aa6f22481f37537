import { defineFinding } from '#finding/define.ts'

export const fileCopySource = defineFinding({
  code: 'FILE_COPY_SOURCE',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '«{found}» no está en el contexto de la imagen.',
    hint: 'Copia un archivo que exista.[? Quizá querías «{suggestion}».]',
    why: 'La construcción falla si el archivo que copia no está en su contexto.',
  },
  en: {
    message: '`{found}` is not in the context of the image.',
    hint: 'Copy a file that exists.[? Did you mean `{suggestion}`?]',
    why: 'The build fails when the file it copies is not in its context.',
  },
  wrong: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPY src ./src', '```'],
  right: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPY app ./app', '```'],
})
