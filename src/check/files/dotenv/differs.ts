import { defineFinding } from '#finding/define.ts'

export const fileEnvDiffers = defineFinding({
  code: 'FILE_ENV_DIFFERS',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{name}» no vale lo mismo para todos los que leen este archivo. {found}.',
    hint: 'Escribe un valor que todos lean igual, sin comillas, espacios, # ni $.',
    why: 'bash, Compose, docker run --env-file y systemd leen cada uno a su manera las comillas, los espacios, # y $. El mismo archivo da valores distintos según quién lo lea.',
  },
  en: {
    message: '`{name}` is not the same to all that read this file. {found}.',
    hint: 'Write a value all of them read alike, without quotes, spaces, # or $.',
    why: 'bash, Compose, docker run --env-file and systemd each read quotes, spaces, # and $ in their own way. The same file gives different values depending on who reads it.',
  },
  wrong: ['```ini file=app.env', 'MODE=fast # for now', '```'],
  right: ['```ini file=app.env', 'MODE=fast', '```'],
})
