import { defineFinding } from '#finding/define.ts'

export const fileEnvValue = defineFinding({
  code: 'FILE_ENV_VALUE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'docker run --env-file toma «{found}» al pie de la letra para {name}: {reasonEs}.',
    hint: 'Escribe el valor sin comillas, o solo el nombre para tomarlo de la terminal.',
    why: 'docker run --env-file no entiende comillas ni variables: llegan a la aplicación tal cual. Compose y bash leen la misma línea de otra manera.',
  },
  en: {
    message: 'docker run --env-file takes `{found}` for {name} as it is: {reasonEn}.',
    hint: 'Write the value without quotes, or the name alone to take it from the terminal.',
    why: 'docker run --env-file reads neither quotes nor variables: they reach the application as they are. Compose and bash read the same line in another way.',
  },
  wrong: [
    '```ini file=app.env',
    'LOG_LEVEL="debug"',
    '```',
    '',
    '```bash step=start effect=create',
    'docker run --detach --name=api --env-file=app.env app:1.0.0',
    '```',
  ],
  right: [
    '```ini file=app.env',
    'LOG_LEVEL=debug',
    '```',
    '',
    '```bash step=start effect=create',
    'docker run --detach --name=api --env-file=app.env app:1.0.0',
    '```',
  ],
})
