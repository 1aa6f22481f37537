import type { Entry } from './entry.ts'

/** Found in the procedures a header declares. */
export const PROCEDURE_FINDINGS = {
  PROCEDURE_DUPLICATE: {
    severity: 'error',
    es: {
      message: 'Hay otro procedimiento con el id «{id}».',
      hint: 'Dale otro id: es lo que se escribe para ejecutarlo.',
    },
    en: {
      message: 'There is another procedure with the id `{id}`.',
      hint: 'Give it another id: it is what one types to run it.',
    },
  },
  PROCEDURE_STEP_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'El procedimiento «{id}» nombra «{found}», que no son pasos de la página en ese orden.',
      hint: 'Escribe un paso, o un intervalo primero..último.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'The procedure `{id}` names `{found}`, which are not steps of the page in that order.',
      hint: 'Write a step, or a range first..last.[? Did you mean `{suggestion}`?]',
    },
  },
  PROCEDURE_STEP_OUTSIDE: {
    severity: 'error',
    es: {
      message: 'El paso «{step}» no es de ningún procedimiento: nadie lo ejecutaría.',
      hint: 'Añádelo a los steps de un procedimiento de la cabecera, o quítalo.',
    },
    en: {
      message: 'Step "{step}" is of no procedure: nobody would run it.',
      hint: 'Add it to the steps of a procedure in the header, or remove it.',
    },
  },
  PROCEDURE_SITUATION_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'El sistema {system} no tiene ninguna situación «{found}».',
      hint: 'Escríbela en runbooks/fixtures/{system}/situations/{found}.sh.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'The system {system} has no situation `{found}`.',
      hint: 'Write it in runbooks/fixtures/{system}/situations/{found}.sh.[? Did you mean `{suggestion}`?]',
    },
  },
  PROCEDURE_REFERENCE_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'El procedimiento «{id}» dice {key}: {found}, y no hay ningún otro procedimiento así{whereEs}.',
      hint: 'Nombra un procedimiento de la página.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'The procedure `{id}` says {key}: {found}, and there is no other procedure of that name{whereEn}.',
      hint: 'Name a procedure of the page.[? Did you mean `{suggestion}`?]',
    },
  },
  PROCEDURE_VARIABLE: {
    severity: 'error',
    es: {
      message:
        'En el procedimiento «{id}», nada da valor a {name}: se lo da el paso «{maker}», que no es de ese procedimiento o viene después.',
      hint: 'Añade «{maker}» al procedimiento, averigua el valor en él o declara un parámetro: cada procedimiento empieza en un terminal nuevo.',
    },
    en: {
      message:
        'In the procedure `{id}` nothing gives {name} a value: step "{maker}" does, which is not of that procedure, or comes later.',
      hint: 'Add "{maker}" to the procedure, find the value out within it, or declare a parameter: each procedure starts in a new terminal.',
    },
  },
  PROCEDURE_CHECK_WITHOUT_UNDO: {
    severity: 'error',
    es: {
      message:
        'El procedimiento «{id}» comprueba con «{step}» lo que deja el paso «{undo}», y no lo ejecuta: nunca puede salir bien.',
      hint: 'Pon los dos en el mismo procedimiento.',
    },
    en: {
      message:
        'The procedure `{id}` checks with "{step}" what step "{undo}" leaves, and does not run that one: it can never pass.',
      hint: 'Put both in the same procedure.',
    },
  },
  PROCEDURE_UNDO_MISSING: {
    severity: 'error',
    es: {
      message: 'El procedimiento «{id}» cambia algo en «{step}» y no dice cómo se vuelve atrás.',
      hint: 'Añade undo: con el procedimiento que lo deshace, o irreversible: con el motivo.',
    },
    en: {
      message: 'The procedure `{id}` changes something in "{step}" and does not say how to go back.',
      hint: 'Add undo: with the procedure that undoes it, or irreversible: with the reason.',
    },
  },
  PROCEDURE_EXCEPTION_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'Se exceptúa «{found}», y el sistema {system} no declara ninguna variación así.',
      hint: 'Las que hay están en variations de runbooks/fixtures/{system}/seed.yaml.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'It excepts `{found}`, and the system {system} declares no variation of that name.',
      hint: 'Those there are stand in variations of runbooks/fixtures/{system}/seed.yaml.[? Did you mean `{suggestion}`?]',
    },
  },
  PROCEDURE_EXCEPTION_NEEDLESS: {
    severity: 'warning',
    es: {
      message: 'El procedimiento «{id}» exceptúa «{found}», y con esa variación se cumple.',
      hint: 'Quita {found} de «except».',
    },
    en: {
      message: 'The procedure `{id}` excepts `{found}`, and holds under that variation.',
      hint: 'Remove {found} from `except`.',
    },
  },
} as const satisfies Record<string, Entry>
