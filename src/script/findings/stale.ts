import { defineFinding } from '#finding/define.ts'

export const scriptStale = defineFinding({
  code: 'SCRIPT_STALE',
  severity: 'error',
  es: {
    message: '{script} no corresponde a esta página.',
    hint: 'Regenera los scripts: pnpm generate',
    why: 'El script que se ejecuta y se revisa sale de la página. Si no corresponde, se ejecuta algo que ya no está escrito.',
    fixed: 'genera el script',
  },
  en: {
    message: '{script} does not match this page.',
    hint: 'Regenerate the scripts: pnpm generate',
    why: 'The script that runs and is reviewed comes from the page. When it does not match, something runs that is no longer written.',
    fixed: 'generates the script',
  },
  of: 'scripts',
  wrong: [
    '---',
    'title: Desplegar',
    'runbook:',
    '  id: cloud-run-deploy',
    '  system: shop',
    '---',
    '',
    '```bash step=only effect=read',
    'echo "otro texto"',
    '```',
  ],
  right: ['pnpm generate'],
})
