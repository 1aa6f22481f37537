import { defineFinding } from '#finding/define.ts'

export const commandFlagMissing = defineFinding({
  code: 'COMMAND_FLAG_MISSING',
  severity: 'error',
  allowable: true,
  es: {
    message: 'A «{command}» le falta {flag}, que es obligatorio.',
    hint: 'Añade {flag}.',
    why: 'Sin una opción obligatoria la herramienta no hace nada, o la pregunta en la terminal.',
  },
  en: {
    message: '`{command}` lacks {flag}, which is required.',
    hint: 'Add {flag}.',
    why: 'Without a required flag the tool does nothing, or asks for it at the terminal.',
  },
  wrong: [
    '```bash step=create-repository effect=create',
    'gcloud artifacts repositories create shop --location="$REGION"',
    '```',
  ],
  right: [
    '```bash step=create-repository effect=create',
    'gcloud artifacts repositories create shop --location="$REGION" --repository-format=docker',
    '```',
  ],
})
