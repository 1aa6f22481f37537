import { defineFinding } from '#finding/define.ts'

export const stepUndoDiffers = defineFinding({
  code: 'STEP_UNDO_DIFFERS',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'El paso dice que deshace «{found}», pero borra lo que creó «{maker}».',
    hint: 'Escribe undoes={maker}.',
    why: 'Deshacer el paso equivocado deja en pie lo que se quería quitar, y quita lo que seguía en uso.',
  },
  en: {
    message: 'The step says that it undoes "{found}", but deletes what "{maker}" made.',
    hint: 'Write undoes={maker}.',
    why: 'Undoing the wrong step leaves what was to go, and takes what was still in use.',
  },
  wrong: [
    '```bash step=create-secret effect=create',
    'printf %s "$DB_PASSWORD" | gcloud secrets create db-password --data-file=-',
    '```',
    '',
    '```bash step=list-secrets effect=read',
    'gcloud secrets list',
    '```',
    '',
    '```bash step=delete-secret effect=delete undoes=list-secrets',
    'gcloud secrets delete db-password --quiet',
    '```',
  ],
  right: [
    '```bash step=create-secret effect=create',
    'printf %s "$DB_PASSWORD" | gcloud secrets create db-password --data-file=-',
    '```',
    '',
    '```bash step=delete-secret effect=delete undoes=create-secret',
    'gcloud secrets delete db-password --quiet',
    '```',
  ],
})
