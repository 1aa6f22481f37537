import { defineFinding } from '#finding/define.ts'

export const commandArgumentMissing = defineFinding({
  code: 'COMMAND_ARGUMENT_MISSING',
  severity: 'error',
  allowable: true,
  es: {
    message: 'A «{command}» le falta el argumento {name}.',
    hint: 'Añade {name}.',
    why: 'Falta lo que el comando debe tratar.',
  },
  en: {
    message: '`{command}` lacks the argument {name}.',
    hint: 'Add {name}.',
    why: 'What the command should act on is missing.',
  },
  wrong: ['```bash step=see-logs effect=read', 'docker logs', '```'],
  right: ['```bash step=see-logs effect=create', 'docker run --detach --name=api app:1.0.0', 'docker logs api', '```'],
})
