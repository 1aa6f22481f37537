import { defineFinding } from '#finding/define.ts'

export const commandExclusive = defineFinding({
  code: 'COMMAND_EXCLUSIVE',
  severity: 'error',
  allowable: true,
  es: {
    message: '{flag} no puede ir con {other} en «{command}».',
    hint: 'Deja solo una de las opciones.',
    why: 'Dos opciones que dicen cosas contrarias se rechazan juntas.',
  },
  en: {
    message: '{flag} cannot go with {other} in `{command}`.',
    hint: 'Keep only one of the flags.',
    why: 'Two flags that say opposite things are refused together.',
  },
  wrong: [
    '```bash step=route',
    'gcloud run services update-traffic app --region="$REGION" --to-latest --to-revisions=app-1=100',
    '```',
  ],
  right: [
    '```bash step=route',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    'gcloud run services update-traffic app --region="$REGION" --to-latest',
    '```',
  ],
})
