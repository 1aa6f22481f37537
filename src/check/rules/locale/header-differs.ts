import { defineFinding } from '#finding/define.ts'

export const localeHeaderDiffers = defineFinding({
  code: 'LOCALE_HEADER_DIFFERS',
  severity: 'error',
  es: {
    message: '{key} es aquí «{found}» y en {other}, «{expected}».',
    hint: 'Iguala la cabecera de las dos páginas.',
    why: 'Las dos páginas son un runbook: otro sistema u otros parámetros las harían dos.',
  },
  en: {
    message: '{key} is `{found}` here and `{expected}` in {other}.',
    hint: 'Make both headers the same.',
    why: 'Both pages are one runbook: another system or other parameters would make them two.',
  },
  of: 'twins',
  wrong: [
    '```bash step=see effect=read',
    'echo "$REGION"',
    '```',
    '=====',
    '```bash step=see effect=read',
    'echo "$IMAGE_TAG"',
    '```',
  ],
  right: [
    '```bash step=see effect=read',
    'echo "$REGION"',
    '```',
    '=====',
    '```bash step=see effect=read',
    'echo "$REGION"',
    '```',
  ],
})
