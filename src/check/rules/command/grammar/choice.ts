import { defineFinding } from '#finding/define.ts'

export const commandChoice = defineFinding({
  code: 'COMMAND_CHOICE',
  severity: 'error',
  allowable: true,
  es: {
    message: '{flag} de «{command}» admite {expected}; se encontró «{found}».',
    hint: 'Escribe uno de los valores admitidos.[? Quizá querías «{suggestion}».]',
    why: 'La herramienta solo admite una lista cerrada de valores y rechaza los demás.',
  },
  en: {
    message: '{flag} of `{command}` takes {expected}; found `{found}`.',
    hint: 'Write one of the values it takes.[? Did you mean `{suggestion}`?]',
    why: 'The tool takes a closed list of values and refuses the rest.',
  },
  wrong: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated --ingress=internas',
    '```',
  ],
  right: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated --ingress=internal',
    '```',
  ],
})
