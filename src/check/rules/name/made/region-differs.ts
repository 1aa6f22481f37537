import { defineFinding } from '#finding/define.ts'

export const nameRegionDiffers = defineFinding({
  code: 'NAME_REGION_DIFFERS',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '{kindEs} «{name}» está en «{expected}» (línea {line}), y aquí se busca en «{found}».',
    hint: 'Usa la misma región en los dos sitios.',
    why: 'Un recurso se busca en su región. En otra no existe, aunque se llame igual.',
  },
  en: {
    message: 'The {kindEn} `{name}` is in `{expected}` (line {line}), and is looked for here in `{found}`.',
    hint: 'Use the same region in both places.',
    why: 'A resource is looked for in its region. In another it does not exist, whatever its name.',
  },
  wrong: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region=europe-west1 --no-allow-unauthenticated',
    '```',
    '',
    '```bash step=see effect=read',
    'gcloud run services describe app --region=europe-west4',
    '```',
  ],
  right: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
    '',
    '```bash step=see effect=read',
    'gcloud run services describe app --region="$REGION"',
    '```',
  ],
})
