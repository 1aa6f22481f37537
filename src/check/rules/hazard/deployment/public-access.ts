import { defineFinding } from '#finding/define.ts'

export const hazardPublicAccess = defineFinding({
  code: 'HAZARD_PUBLIC_ACCESS',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» deja el servicio abierto a cualquiera en Internet, sin decir por qué.',
    hint: 'Quítalo, o justifícalo con allow="HAZARD_PUBLIC_ACCESS motivo" en el bloque.',
    why: 'Un servicio abierto a Internet gasta dinero y expone datos con cada visita. Puede ser lo correcto, pero hay que decir por qué.',
  },
  en: {
    message: '`{command}` opens the service to anyone on the Internet, without saying why.',
    hint: 'Remove it, or give the reason with allow="HAZARD_PUBLIC_ACCESS reason" on the block.',
    why: 'A service open to the Internet spends money and shows data with every visit. That may be right, but the page has to say why.',
  },
  wrong: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --allow-unauthenticated',
    '```',
  ],
  right: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
  ],
})
