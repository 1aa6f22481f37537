import { defineFinding } from '#finding/define.ts'

export const commandRule = defineFinding({
  code: 'COMMAND_RULE',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» sería rechazado: {reason}',
    hint: 'Corrige el valor aquí.',
    why: 'La gramática lo admite, pero el servicio lo rechaza por otra regla suya: unidades, límites o combinaciones.',
  },
  en: {
    message: '`{command}` would be refused: {reason}',
    hint: 'Correct the value here.',
    why: 'The grammar takes it, and the service refuses it by another rule of its own: units, limits or combinations.',
  },
  wrong: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated --memory=2Gigs',
    '```',
  ],
  right: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated --memory=2Gi',
    '```',
  ],
})
