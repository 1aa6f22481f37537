import { defineFinding } from '#finding/define.ts'

export const procedureExceptionNeedless = defineFinding({
  code: 'PROCEDURE_EXCEPTION_NEEDLESS',
  severity: 'warning',
  es: {
    message: 'El procedimiento «{id}» exceptúa «{found}», y con esa variación se cumple.',
    hint: 'Quita {found} de «except».',
    why: 'Una excepción que ya no hace falta deja de probar algo que la página cumple, y avisa al lector de un límite que no tiene.',
  },
  en: {
    message: 'The procedure `{id}` excepts `{found}`, and holds under that variation.',
    hint: 'Remove {found} from `except`.',
    why: 'An exception that is not needed any more leaves unproved what the page does hold under, and warns its reader of a limit it does not have.',
  },
  of: 'variations',
  wrong: [
    'except: { second-run: la segunda vez la carpeta ya existe }',
    '=====',
    '```bash step=make effect=create',
    'mkdir -p salida',
    '```',
  ],
  right: [
    'except: { second-run: la segunda vez la carpeta ya existe }',
    '=====',
    '```bash step=make effect=create',
    'mkdir salida',
    '```',
  ],
})
