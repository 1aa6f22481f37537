import type { Entry } from './entry.ts'

/** Found by comparing generated scripts with their pages. */
export const SCRIPT_FINDINGS = {
  SCRIPT_STALE: {
    severity: 'error',
    es: { message: '{script} no corresponde a esta página.', hint: 'Regenera los scripts: pnpm generate' },
    en: { message: '{script} does not match this page.', hint: 'Regenerate the scripts: pnpm generate' },
  },
  SCRIPT_MISSING: {
    severity: 'error',
    es: { message: 'Falta {script}, el script de esta página.', hint: 'Genera los scripts: pnpm generate' },
    en: { message: '{script}, the script of this page, is missing.', hint: 'Generate the scripts: pnpm generate' },
  },
  SCRIPT_ORPHAN: {
    severity: 'error',
    es: { message: 'Ninguna página genera {script}.', hint: 'Bórralo, o recupera su página.' },
    en: { message: 'No page generates {script}.', hint: 'Delete it, or restore its page.' },
  },
  SCRIPT_REFERENCE_STALE: {
    severity: 'error',
    es: { message: '{file} no dice lo que el catálogo de hallazgos.', hint: 'Regenera la referencia: pnpm generate' },
    en: { message: '{file} does not say what the catalogue of findings does.', hint: 'Regenerate it: pnpm generate' },
  },
} as const satisfies Record<string, Entry>
