import { defineFinding } from '#finding/define.ts'

export const commandArgumentUnexpected = defineFinding({
  code: 'COMMAND_ARGUMENT_UNEXPECTED',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» no admite el argumento «{found}».',
    hint: 'Quítalo, o entrecomilla el valor anterior.',
    why: 'Una palabra de más suele ser un valor sin comillas, o dos comandos escritos como uno.',
  },
  en: {
    message: '`{command}` takes no argument `{found}`.',
    hint: 'Remove it, or quote the value before it.',
    why: 'A word too many is often a value without quotes, or two commands written as one.',
  },
  wrong: [
    '```bash step=see-logs effect=create',
    'docker run --detach --name=api app:1.0.0',
    'docker logs api / docker logs api',
    '```',
  ],
  right: ['```bash step=see-logs effect=create', 'docker run --detach --name=api app:1.0.0', 'docker logs api', '```'],
})
