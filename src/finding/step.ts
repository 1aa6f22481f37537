import type { Entry } from './entry.ts'

/** Found by running a step. */
export const STEP_FINDINGS = {
  STEP_FAILED: {
    severity: 'error',
    es: {
      message: 'El paso «{step}» terminó con estado {found}; se esperaba {expected}.[? Último mensaje: {output}]',
      hint: 'Repite solo este paso: {command}',
    },
    en: {
      message: 'Step "{step}" ended with status {found}; expected {expected}.[? Last message: {output}]',
      hint: 'Repeat this step alone: {command}',
    },
  },
  STEP_OUTPUT_DIFFERS: {
    severity: 'error',
    es: {
      message:
        'La salida del paso «{step}» no es la que promete la página ({mode}).\nSe esperaba: {expected}\nSe obtuvo: {found}',
      hint: 'Corrige la salida esperada de la página o el comando que la produce.',
    },
    en: {
      message: 'Step "{step}" did not print what the page promises ({mode}).\nExpected: {expected}\nFound: {found}',
      hint: 'Correct the expected output on the page, or the command that prints it.',
    },
  },
  STEP_TIMED_OUT: {
    severity: 'error',
    es: {
      message: 'El paso «{step}» no terminó en {timeout}.[? {output}]',
      hint: 'Si no puede terminar, usa «background» con «ready», o marca el bloque con «checked="motivo"». Si es lento, sube «timeout».',
    },
    en: {
      message: 'Step "{step}" did not end within {timeout}.[? {output}]',
      hint: 'If it cannot end, use `background` with `ready`, or mark the block `checked="reason"`. If it is slow, raise `timeout`.',
    },
  },
  STEP_NOT_CHECKABLE: {
    severity: 'error',
    es: {
      message: 'El paso «{step}» no se puede comprobar aquí: {reason}.',
      hint: 'No cuenta como superado. Prueba con --fixture docker.',
    },
    en: {
      message: 'Step "{step}" is not checkable here: {reason}.',
      hint: 'It does not count as passed. Try --fixture docker.',
    },
  },
  STEP_COVERAGE_LOW: {
    severity: 'error',
    es: {
      message:
        'Solo se ejecutó el {found} % de los bloques bash de esta página; se exige el {required} %.\nSin ejecutar: {lines}',
      hint: 'Cuentan los pasos superados con --fixture docker. Convierte en pasos los bloques que puedan ejecutarse.',
    },
    en: {
      message:
        'Only {found} % of the bash blocks of this page were executed; {required} % is required.\nNot executed: {lines}',
      hint: 'What counts are steps that pass with --fixture docker. Make steps of the blocks that can run.',
    },
  },
  STEP_VARIATION_FAILED: {
    severity: 'error',
    es: {
      message: 'El procedimiento «{id}» no se cumple con {differenceEs}.\n{reason}',
      hint: 'Haz que la página valga también así o, si no debe, di por qué en «except» de la cabecera. Para repetirlo: {command}',
    },
    en: {
      message: 'The procedure `{id}` does not hold with {differenceEn}.\n{reason}',
      hint: 'Make the page hold then too or, if it must not, say why in `except` of the header. To repeat it: {command}',
    },
  },
  STEP_EFFECT_DIFFERS: {
    severity: 'error',
    es: {
      message: 'El paso «{step}» declara effect={declared}, pero hizo «{verb}» sobre {kind} {name}.',
      hint: 'Declara effect={verb} en el bloque.',
    },
    en: {
      message: 'Step "{step}" declares effect={declared}, but did "{verb}" on {kind} {name}.',
      hint: 'Declare effect={verb} on the block.',
    },
  },
  STEP_CAPTURE_MISSING: {
    severity: 'error',
    es: {
      message: 'El paso «{step}» debía dejar la variable {name} y está vacía o sin definir.',
      hint: 'Asigna {name} dentro del bloque.',
    },
    en: {
      message: 'Step "{step}" was to leave the variable {name}, and it is empty or unset.',
      hint: 'Assign {name} inside the block.',
    },
  },
  STEP_UNDO_UNSTATED: {
    severity: 'error',
    plain: 'off',
    es: {
      message: 'Borra lo que creó el paso «{maker}» sin decir que lo deshace.',
      hint: 'Añade undoes={maker} al bloque.',
    },
    en: {
      message: 'Deletes what step "{maker}" made without saying that it undoes it.',
      hint: 'Add undoes={maker} to the block.',
    },
  },
  STEP_UNDO_REPEATS: {
    severity: 'error',
    plain: 'off',
    es: {
      message:
        'Hace con otra versión lo que el paso «{maker}», del mismo procedimiento: quien lo ejecuta hace los dos, y lo primero se pierde.',
      hint: 'Si vuelve atrás, ponlo en un procedimiento propio. Si hacen falta los dos, di por qué con allow.',
    },
    en: {
      message:
        'Does with another version what step "{maker}" of the same procedure does: whoever runs it does both, and the first is gone.',
      hint: 'If it goes back, put it in a procedure of its own. If both are needed, say why with allow.',
    },
  },
  STEP_UNDO_DIFFERS: {
    severity: 'error',
    plain: 'off',
    es: {
      message: 'El paso dice que deshace «{found}», pero borra lo que creó «{maker}».',
      hint: 'Escribe undoes={maker}.',
    },
    en: {
      message: 'The step says that it undoes "{found}", but deletes what "{maker}" made.',
      hint: 'Write undoes={maker}.',
    },
  },
  STEP_SECTION_EMPTY: {
    severity: 'error',
    plain: 'off',
    es: {
      message: 'La sección «{heading}» no tiene ningún bloque, y todas las que están a su lado sí.',
      hint: 'Escribe su comando, o pasa el texto a otra sección.',
    },
    en: {
      message: 'The section "{heading}" has no block, and all those beside it have.',
      hint: 'Write its command, or move the text to another section.',
    },
  },
  STEP_SECTION_CROSSED: {
    severity: 'error',
    plain: 'off',
    es: {
      message: 'Hace lo que dice la sección «{heading}», y el paso «{other}», lo que dice esta.',
      hint: 'Pon cada bloque en su sección. Si ya lo está, di en el texto lo que hace cada uno.',
    },
    en: {
      message: 'Does what the section "{heading}" says, and step "{other}" does what this one says.',
      hint: 'Put each block in its section. If it is there, say in the text what each of them does.',
    },
  },
} as const satisfies Record<string, Entry>
