import { defineFinding } from '#finding/define.ts'

export const commandIncomplete = defineFinding({
  code: 'COMMAND_INCOMPLETE',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» es un grupo: falta el comando.',
    hint: 'Añade el comando que querías.',
    why: 'Un grupo de comandos solo imprime su ayuda y termina con error.',
  },
  en: {
    message: '`{command}` is a group: the command is missing.',
    hint: 'Add the command you meant.',
    why: 'A group of commands only prints its help and ends with an error.',
  },
  wrong: ['```bash step=list effect=read', 'gcloud run services', '```'],
  right: ['```bash step=list effect=read', 'gcloud run services list --region="$REGION"', '```'],
})
