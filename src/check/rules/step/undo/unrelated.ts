import { defineFinding } from '#finding/define.ts'

export const stepUndoUnrelated = defineFinding({
  code: 'STEP_UNDO_UNRELATED',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'El paso dice que deshace «{found}», y no toca nada de lo que toca ese paso.',
    hint: 'Corrige undoes.[? Quizá querías undoes={meant}.]',
    why: 'Lo que deshace un paso trata de lo mismo que él. Si no comparten nada, undoes apunta a otro.',
  },
  en: {
    message: 'The step says that it undoes "{found}", and touches nothing that step touches.',
    hint: 'Correct undoes.[? Did you mean undoes={meant}?]',
    why: 'What undoes a step is about the same things. If the two share nothing, undoes points at another.',
  },
  wrong: [
    '```bash step=create-secret effect=create',
    'printf %s "$DB_PASSWORD" | gcloud secrets create db-password --data-file=-',
    '```',
    '',
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
    '',
    '```bash step=move-back undoes=create-secret',
    'gcloud run services update-traffic app --region="$REGION" --to-latest',
    '```',
  ],
  right: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
    '',
    '```bash step=move-back undoes=deploy',
    'gcloud run services update-traffic app --region="$REGION" --to-latest',
    '```',
  ],
})
