import { defineFinding } from '#finding/define.ts'

export const commandDuplicate = defineFinding({
  code: 'COMMAND_DUPLICATE',
  severity: 'error',
  allowable: true,
  es: {
    message: '{flag} está repetida en «{command}»: como mucho cuenta la última.',
    hint: 'Deja solo una.',
    why: 'De una opción repetida solo cuenta la última: quien lee la primera se equivoca.',
  },
  en: {
    message: '{flag} is repeated in `{command}`: at most the last one counts.',
    hint: 'Keep only one.',
    why: 'Of a repeated flag only the last counts: whoever reads the first is misled.',
  },
  wrong: ['```bash step=list effect=read', 'gcloud run services list --region="$REGION" --region=europe-west4', '```'],
  right: ['```bash step=list effect=read', 'gcloud run services list --region="$REGION"', '```'],
})
