import { defineFinding } from '#finding/define.ts'

export const nameUnknown = defineFinding({
  code: 'NAME_UNKNOWN',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'Ningún paso anterior crea {kindEs} «{name}».[? En la línea {line} se crea «{other}».]',
    hint: 'Créalo antes de este paso, o usa el mismo nombre en los dos sitios.',
    why: 'Cada ejecución parte de un mundo vacío: lo que un paso usa, otro anterior lo crea. Un nombre que nadie crea es una errata o un paso que falta.',
  },
  en: {
    message: 'No step before creates the {kindEn} `{name}`.[? Line {line} creates `{other}`.]',
    hint: 'Create it before this step, or use the same name in both places.',
    why: 'Every run starts from a bare world: what one step uses, an earlier one creates. A name nobody creates is a slip or a missing step.',
  },
  wrong: [
    '```bash step=create-secret effect=create',
    'printf %s "$DB_PASSWORD" | gcloud secrets create shop-db-password --data-file=-',
    '```',
    '',
    '```bash step=list-versions effect=read',
    'gcloud secrets versions list shop-db-pasword',
    '```',
  ],
  right: [
    '```bash step=create-secret effect=create',
    'printf %s "$DB_PASSWORD" | gcloud secrets create shop-db-password --data-file=-',
    '```',
    '',
    '```bash step=list-versions effect=read',
    'gcloud secrets versions list shop-db-password',
    '```',
  ],
})
