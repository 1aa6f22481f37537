import { defineFinding } from '#finding/define.ts'

export const stepUndoSame = defineFinding({
  code: 'STEP_UNDO_SAME',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'El paso dice que deshace «{found}», y ejecuta exactamente lo mismo que ese paso.',
    hint: 'Escribe lo que deja las cosas como estaban.',
    why: 'Volver atrás con el comando que dio el paso adelante no vuelve atrás: casi siempre falta cambiar la versión o el nombre.',
  },
  en: {
    message: 'The step says that it undoes "{found}", and runs exactly what that step runs.',
    hint: 'Write what leaves things as they were.',
    why: 'Going back with the command that went forward does not go back: nearly always the version or the name was to change.',
  },
  wrong: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.1.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
    '',
    '```bash step=roll-back undoes=deploy',
    'gcloud run deploy app --image=example.com/app:1.1.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
  ],
  right: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.1.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
    '',
    '```bash step=roll-back undoes=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
  ],
})
