import { defineFinding } from '#finding/define.ts'

export const localeStepMissing = defineFinding({
  code: 'LOCALE_STEP_MISSING',
  severity: 'error',
  es: {
    message: 'Falta el paso «{step}», que está en {other}.',
    hint: 'Cópialo: pnpm sync',
    why: 'Un paso que falta en un idioma es un despliegue a medias para quien lee en él.',
  },
  en: {
    message: 'Step "{step}", which is in {other}, is missing.',
    hint: 'Copy it across: pnpm sync',
    why: 'A step missing in one language is half a deployment for whoever reads it.',
  },
  of: 'twins',
  wrong: [
    '```bash step=build effect=create',
    'mkdir build',
    '```',
    '',
    '```bash step=list effect=read',
    'ls build',
    '```',
    '=====',
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
