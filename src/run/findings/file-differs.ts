import { defineFinding } from '#finding/define.ts'

export const stepFileDiffers = defineFinding({
  code: 'STEP_FILE_DIFFERS',
  severity: 'error',
  es: {
    message: 'El paso «{step}» necesita «{file}», que ya existe y no es como en la página.',
    hint: 'Si el archivo sobra, quítalo en un paso anterior; si no, da otro nombre al de la página.',
    why: 'Lo que hay en él puede ser de alguien: ninguna ejecución lo sustituye, y el lector no sabría qué hacer con él.',
  },
  en: {
    message: 'Step "{step}" needs "{file}", which exists and is not as on the page.',
    hint: 'If the file is not needed, remove it in an earlier step; otherwise name the file of the page differently.',
    why: "What is in it may be someone's: no run replaces it, and the reader would not know what to do with it.",
  },
  of: 'run',
  wrong: [
    '```bash step=note effect=create',
    'echo uno >nota.txt',
    '```',
    '',
    '```text file=nota.txt',
    'dos',
    '```',
    '',
    '```bash step=read effect=read',
    'cat nota.txt',
    '```',
  ],
  right: [
    '```bash step=note effect=create',
    'echo uno >nota.txt',
    '```',
    '',
    '```text file=otra.txt',
    'dos',
    '```',
    '',
    '```bash step=read effect=read',
    'cat otra.txt',
    '```',
  ],
})
