import { placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { isEnvFile } from './env-file.ts'

export const hazardEnvSourced = defineFinding({
  code: 'HAZARD_ENV_SOURCED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'bash ejecuta lo que encuentra en «{found}»: un valor con &, ), $ o espacios se rompe o se ejecuta.',
    hint: 'Da el archivo a quien lo lee: docker compose --env-file {found}.',
    why: 'Un archivo .env no es un programa de bash: una contraseña con &, ) o $ da un error de sintaxis, o se ejecuta, y las comillas de un JSON desaparecen.',
  },
  en: {
    message: 'bash runs what it finds in `{found}`: a value with &, ), $ or spaces breaks or is run.',
    hint: 'Give the file to what reads it: docker compose --env-file {found}.',
    why: 'An .env file is no program of bash: a password with &, ) or $ is a syntax error, or is run, and the quotes of a JSON value vanish.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```env file=envs/.env',
    'LOG_LEVEL=info',
    '```',
    '',
    '```bash step=start',
    'source envs/.env',
    'docker compose up -d',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```env file=envs/.env',
    'LOG_LEVEL=info',
    '```',
    '',
    '```bash step=start',
    'docker compose --env-file envs/.env up -d',
    '```',
  ],
})

/** A file of variables read by bash, which runs what it finds in the values. */
export const sourcedEnv = pageRule([hazardEnvSourced], ({ calls }) =>
  calls.flatMap((call) => {
    const [file] = call.name === 'source' || call.name === '.' ? call.words : []
    return file && isEnvFile(file.text) ? [hazardEnvSourced.at(placeOfWord(call, file.word), { found: file.text })] : []
  }),
)
