import { defineFinding } from '#finding/define.ts'

export const fenceLanguageShell = defineFinding({
  code: 'FENCE_LANGUAGE_SHELL',
  severity: 'error',
  es: {
    message: 'El lenguaje de un bloque de comandos es bash; se encontró «{found}».',
    hint: 'Escribe bash step=<id>, o text si es una salida.',
    why: 'Un solo nombre para los bloques de comandos evita que uno se quede sin ejecutar por cómo se llama.',
    fixed:
      'en un bloque sh, shell o console que solo tiene comandos conocidos, sin prompts: escribe bash, y en un runbook también el id del paso',
  },
  en: {
    message: 'The language of a block of commands is bash; found `{found}`.',
    hint: 'Write bash step=<id>, or text if it is output.',
    why: 'One name for blocks of commands keeps any from not being run for what it is called.',
    fixed:
      'in a block sh, shell or console of known commands alone, without prompts: writes bash and, on a runbook, the id of the step too',
  },
  wrong: ['```sh', 'docker ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
