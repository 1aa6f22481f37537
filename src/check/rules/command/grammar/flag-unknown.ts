import { defineFinding } from '#finding/define.ts'

export const commandFlagUnknown = defineFinding({
  code: 'COMMAND_FLAG_UNKNOWN',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» no tiene la opción {flag} ({tool} {version}).',
    hint: 'Corrige la opción.[? Quizá querías {suggestion}.]',
    why: 'La herramienta rechaza el comando entero por una opción que no existe, o que ya no existe en la versión fijada.',
    fixed:
      'si una sola opción, de cuatro letras o más, está a una letra de distancia (una de más, de menos o cambiada, o dos cruzadas)',
  },
  en: {
    message: '`{command}` has no flag {flag} ({tool} {version}).',
    hint: 'Correct the flag.[? Did you mean {suggestion}?]',
    why: 'The tool refuses the whole command for one flag it does not have, or no longer has in the pinned version.',
    fixed:
      'if just one flag, of four letters or more, is one letter away (one too many, missing or changed, or two swapped)',
  },
  wrong: ['```bash step=list effect=read', 'gcloud run services list --regoin="$REGION"', '```'],
  right: ['```bash step=list effect=read', 'gcloud run services list --region="$REGION"', '```'],
})
