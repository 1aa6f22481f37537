import { defineFinding } from '#finding/define.ts'

export const stepUndoUnstated = defineFinding({
  code: 'STEP_UNDO_UNSTATED',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'Borra lo que creó el paso «{maker}» sin decir que lo deshace.',
    hint: 'Añade undoes={maker} al bloque.',
    why: 'Quien lee debe ver qué paso va con cuál: qué se creó y cómo se quita.',
  },
  en: {
    message: 'Deletes what step "{maker}" made without saying that it undoes it.',
    hint: 'Add undoes={maker} to the block.',
    why: 'A reader has to see which steps belong together: what was made, and how it is taken away.',
  },
  wrong: [
    '```bash step=create-secret effect=create',
    'printf %s "$DB_PASSWORD" | gcloud secrets create db-password --data-file=-',
    '```',
    '',
    '```bash step=delete-secret effect=delete',
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
