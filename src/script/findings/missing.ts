import { defineFinding } from '#finding/define.ts'

export const scriptMissing = defineFinding({
  code: 'SCRIPT_MISSING',
  severity: 'error',
  es: {
    message: 'Falta {script}, el script de esta página.',
    hint: 'Genera los scripts: pnpm generate',
    why: 'Un runbook sin script no se puede ejecutar.',
    fixed: 'genera el script',
  },
  en: {
    message: '{script}, the script of this page, is missing.',
    hint: 'Generate the scripts: pnpm generate',
    why: 'A runbook without a script cannot be run.',
    fixed: 'generates the script',
  },
  of: 'scripts',
  wrong: [
    '---',
    'title: Nuevo',
    'runbook:',
    '  id: sin-script',
    '  system: shop',
    '---',
    '',
    '```bash step=only effect=read',
    'echo hola',
    '```',
  ],
  right: ['pnpm generate'],
})
