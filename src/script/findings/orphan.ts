import { defineFinding } from '#finding/define.ts'

export const scriptOrphan = defineFinding({
  code: 'SCRIPT_ORPHAN',
  severity: 'error',
  es: {
    message: 'Ninguna página genera {script}.',
    hint: 'Bórralo, o recupera su página.',
    why: 'Un script sin página ejecuta comandos que ya no están en ningún sitio.',
  },
  en: {
    message: 'No page generates {script}.',
    hint: 'Delete it, or restore its page.',
    why: 'A script without a page runs commands that stand nowhere any more.',
  },
  of: 'scripts',
  wrong: ['---', 'title: Queda solo esta página', '---'],
  right: ['pnpm generate'],
})
