import { plainPath } from '#check/files/page-file.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'

export const fileScriptUnknown = defineFinding({
  code: 'FILE_SCRIPT_UNKNOWN',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '«{found}» no existe aquí: ningún bloque ni paso anterior lo escribe.',
    hint: 'Añade un bloque file={found} antes.[? Quizá querías «{suggestion}».]',
    why: 'El paso llama a un programa que no está en el directorio de trabajo ni en la página.',
  },
  en: {
    message: '`{found}` does not exist here: no block or step before writes it.',
    hint: 'Add a block file={found} before.[? Did you mean `{suggestion}`?]',
    why: 'The step calls a program that is neither in the working directory nor on the page.',
  },
  wrong: ['```bash step=run', 'bash scripts/deploy.sh', '```'],
  right: [
    '```bash file=scripts/deploy.sh',
    'echo hola',
    '```',
    '',
    '```bash step=run',
    'bash scripts/deploy.sh',
    '```',
  ],
})

export const unknown = (place: Finding['place'], found: string, present: ReadonlySet<string>): Finding =>
  fileScriptUnknown.at(place, { found, suggestion: suggest(plainPath(found), present) })
