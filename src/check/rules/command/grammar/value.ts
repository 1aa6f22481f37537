import { defineFinding } from '#finding/define.ts'

export const commandValue = defineFinding({
  code: 'COMMAND_VALUE',
  severity: 'error',
  allowable: true,
  es: {
    message: '{flag} de «{command}» espera {expectedEs}; se encontró «{found}».',
    hint: 'Corrige el valor.',
    why: 'Un valor con otra forma, como un texto donde va un número, se rechaza al ejecutar.',
  },
  en: {
    message: '{flag} of `{command}` expects {expectedEn}; found `{found}`.',
    hint: 'Correct the value.',
    why: 'A value of another shape, like text where a number goes, is refused when run.',
  },
  wrong: ['```bash step=list effect=read', 'gcloud run services list --region="$REGION" --limit=tres', '```'],
  right: ['```bash step=list effect=read', 'gcloud run services list --region="$REGION" --limit=3', '```'],
})
