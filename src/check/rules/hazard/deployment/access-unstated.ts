import { defineFinding } from '#finding/define.ts'

export const hazardAccessUnstated = defineFinding({
  code: 'HAZARD_ACCESS_UNSTATED',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'El despliegue no dice quién puede llamar al servicio: gcloud lo preguntaría.',
    hint: 'Añade --no-allow-unauthenticated.',
    why: 'Sin decirlo, gcloud pregunta quién puede llamar al servicio: la ejecución se para, o cada persona responde otra cosa.',
  },
  en: {
    message: 'The deployment does not say who may call the service: gcloud would ask.',
    hint: 'Add --no-allow-unauthenticated.',
    why: 'Unless it is said, gcloud asks who may call the service: the run stops, or each person answers something else.',
  },
  wrong: ['```bash step=deploy', 'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION"', '```'],
  right: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
  ],
})
