import { defineFinding } from '#finding/define.ts'

export const commandValueUnexpected = defineFinding({
  code: 'COMMAND_VALUE_UNEXPECTED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'La opción {flag} de «{command}» no lleva valor; se encontró «{found}».',
    hint: 'Quita el valor.',
    why: 'Un interruptor con un valor que no admite es un error de la herramienta.',
  },
  en: {
    message: 'The flag {flag} of `{command}` takes no value; found `{found}`.',
    hint: 'Remove the value.',
    why: 'A switch with a value it does not take is an error of the tool.',
  },
  wrong: ['```bash step=list effect=read', 'docker images --all=some', '```'],
  right: ['```bash step=list effect=read', 'docker images --all', '```'],
})
