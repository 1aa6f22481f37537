import { defineFinding } from '#finding/define.ts'

export const localeOrderDiffers = defineFinding({
  code: 'LOCALE_ORDER_DIFFERS',
  severity: 'error',
  es: {
    message: 'Aquí va el paso «{found}»; en {other} va «{expected}».',
    hint: 'Ordena los pasos igual.',
    why: 'El orden es parte del procedimiento, en cualquier idioma.',
  },
  en: {
    message: 'Step "{found}" stands here; in {other} it is "{expected}".',
    hint: 'Put the steps in the same order.',
    why: 'The order is part of the procedure, in any language.',
  },
  of: 'twins',
  wrong: [
    '```bash step=build effect=create',
    'mkdir build',
    '```',
    '',
    '```bash step=list effect=read',
    'ls',
    '```',
    '=====',
    '```bash step=list effect=read',
    'ls',
    '```',
    '',
    '```bash step=build effect=create',
    'mkdir build',
    '```',
  ],
  right: [
    '```bash step=build effect=create',
    'mkdir build',
    '```',
    '=====',
    '```bash step=build effect=create',
    'mkdir build',
    '```',
  ],
})
