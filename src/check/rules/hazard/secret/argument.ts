import { placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { secretsOf } from './secrets.ts'

export const hazardSecretArgument = defineFinding({
  code: 'HAZARD_SECRET_ARGUMENT',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El secreto {name} se da como argumento de «{command}»: cualquiera puede verlo en la lista de procesos.',
    hint: 'Pásalo por la entrada: printf %s "${name}" | {command} …',
    why: 'Los argumentos de un programa los ve cualquier proceso de la máquina con ps.',
  },
  en: {
    message: 'The secret {name} is given as an argument of `{command}`: anyone can see it in the list of processes.',
    hint: 'Pass it on standard input: printf %s "${name}" | {command} …',
    why: 'Any process of the machine sees the arguments of a program with ps.',
  },
  wrong: [
    '```bash step=call-api effect=read',
    'curl -f --max-time 10 --user "app:$DB_PASSWORD" https://api.example.com/health',
    '```',
  ],
  right: [
    '```bash step=call-api effect=read',
    'printf \'user = "app:%s"\\n\' "$DB_PASSWORD" | curl -f --max-time 10 --config - https://api.example.com/health',
    '```',
  ],
})

/** Secrets among the arguments of a program, where any process of the machine can read them. */
export const secretArgument = pageRule([hazardSecretArgument], ({ page, calls }) => {
  const secrets = secretsOf(page)
  return calls
    .filter(({ name }) => !BUILTINS.has(name))
    .flatMap((call) => {
      const word = call.words.find(({ word: candidate }) => candidate.reads.some((name) => secrets.has(name)))?.word
      const name = word?.reads.find((read) => secrets.has(read))
      if (!word || !name) return []
      return [hazardSecretArgument.at(placeOfWord(call, word), { name, command: call.name })]
    })
})

/** They run inside the shell: no process shows their words. */
const BUILTINS = new Set([
  'printf',
  'echo',
  'export',
  'test',
  '[',
  '[[',
  ':',
  'local',
  'declare',
  'readonly',
  'read',
  'unset',
])
