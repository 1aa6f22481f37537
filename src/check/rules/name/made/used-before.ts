import { defineFinding } from '#finding/define.ts'

export const nameUsedBefore = defineFinding({
  code: 'NAME_USED_BEFORE',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '{kindEs} «{name}» se usa aquí y se crea después, en la línea {line}.',
    hint: 'Pon antes el paso que lo crea.',
    why: 'El paso que crea algo va antes del que lo usa: quien sigue la página de arriba abajo se encuentra con que aún no existe.',
  },
  en: {
    message: 'The {kindEn} `{name}` is used here and created later, on line {line}.',
    hint: 'Put the step that creates it first.',
    why: 'The step that creates something stands before the one that uses it: whoever follows the page from the top finds that it is not there yet.',
  },
  wrong: [
    '```bash step=stop',
    'docker stop api',
    '```',
    '',
    '```bash step=start effect=create',
    'docker run --detach --name=api app:1.0.0',
    '```',
  ],
  right: [
    '```bash step=start effect=create',
    'docker run --detach --name=api app:1.0.0',
    '```',
    '',
    '```bash step=stop',
    'docker stop api',
    '```',
  ],
})
