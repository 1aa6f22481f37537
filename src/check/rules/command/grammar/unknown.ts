import { defineFinding } from '#finding/define.ts'

export const commandUnknown = defineFinding({
  code: 'COMMAND_UNKNOWN',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» no existe en {tool} {version}.',
    hint: 'Corrige el comando.[? Quizá querías «{suggestion}».]',
    why: 'Un comando mal escrito se descubre al pegarlo, en mitad de un despliegue.',
    fixed:
      'si un solo comando, de cuatro letras o más, está a una letra de distancia (una de más, de menos o cambiada, o dos cruzadas)',
  },
  en: {
    message: 'There is no `{command}` in {tool} {version}.',
    hint: 'Correct the command.[? Did you mean `{suggestion}`?]',
    why: 'A misspelt command shows when it is pasted, in the middle of a deployment.',
    fixed:
      'if just one command, of four letters or more, is one letter away (one too many, missing or changed, or two swapped)',
  },
  wrong: ['```bash step=list effect=read', 'docker imagess', '```'],
  right: ['```bash step=list effect=read', 'docker images', '```'],
})
