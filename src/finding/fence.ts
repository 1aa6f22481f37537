import type { Entry } from './entry.ts'

/** Found on the opening line of a block, or by how blocks stand to each other. */
export const FENCE_FINDINGS = {
  FENCE_UNCLOSED: {
    severity: 'error',
    es: {
      message: 'El bloque que empieza aquí con {fence} no se cierra nunca: todo lo que sigue es parte de él.',
      hint: 'Ciérralo con una línea {fence}.',
    },
    en: {
      message: 'The block that starts here with {fence} is never closed: all that follows is part of it.',
      hint: 'Close it with a line {fence}.',
    },
  },
  FENCE_TOO_LARGE: {
    severity: 'error',
    es: {
      message: 'El bloque ocupa {found} bytes; bash acepta como mucho {limit} de una vez.',
      hint: 'Divídelo, o lleva los datos a un bloque de archivo.',
    },
    en: {
      message: 'The block has {found} bytes; bash takes at most {limit} at once.',
      hint: 'Split it, or move the data to a file block.',
    },
  },
  FENCE_EMPTY: {
    severity: 'error',
    es: { message: 'El paso «{step}» no tiene ningún comando.', hint: 'Escribe su comando o borra el bloque.' },
    en: { message: 'Step "{step}" holds no command.', hint: 'Write its command, or delete the block.' },
  },
  FENCE_LANGUAGE_MISSING: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'El bloque no dice su lenguaje.',
      hint: 'Escribe uno tras ```: bash para comandos, text para salidas o texto.',
    },
    en: {
      message: 'The block does not say its language.',
      hint: 'Write one after ```: bash for commands, text for output or plain text.',
    },
  },
  FENCE_LANGUAGE_SHELL: {
    severity: 'error',
    es: {
      message: 'El lenguaje de un bloque de comandos es bash; se encontró «{found}».',
      hint: 'Escribe bash step=<id>, o text si es una salida.',
    },
    en: {
      message: 'The language of a block of commands is bash; found `{found}`.',
      hint: 'Write bash step=<id>, or text if it is output.',
    },
  },
  FENCE_UNMARKED: {
    severity: 'error',
    es: {
      message: 'Este bloque bash no se ejecuta y no dice por qué.',
      hint: 'Ponle step=<id> para ejecutarlo, o checked="motivo" si no se puede ejecutar.',
    },
    en: {
      message: 'This bash block does not run, and does not say why.',
      hint: 'Give it step=<id> to run it, or checked="reason" if it cannot run.',
    },
  },
  FENCE_META_SYNTAX: {
    severity: 'error',
    es: {
      message: 'No se entiende «{found}» en los metadatos del bloque; se esperaba clave=valor o clave="valor".',
      hint: 'Entrecomilla los valores con espacios.',
    },
    en: {
      message: 'Cannot make sense of `{found}` in the metadata of the block; expected key=value or key="value".',
      hint: 'Quote values that hold spaces.',
    },
  },
  FENCE_QUOTE_UNTERMINATED: {
    severity: 'error',
    es: { message: 'El delimitador {found} que se abre aquí no se cierra en esta línea.', hint: 'Añade el que falta.' },
    en: { message: 'The delimiter {found} opened here is not closed on this line.', hint: 'Add the missing one.' },
  },
  FENCE_KEY_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'La clave «{key}» no existe en un bloque así; se esperaba una de: {expected}.',
      hint: 'Corrige la clave o quítala.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'There is no key `{key}` on a block like this; expected one of: {expected}.',
      hint: 'Correct the key, or remove it.[? Did you mean `{suggestion}`?]',
    },
  },
  FENCE_KEY_DUPLICATE: {
    severity: 'error',
    es: { message: 'La clave «{key}» está repetida en el bloque.', hint: 'Deja solo una.' },
    en: { message: 'The key `{key}` appears twice on the block.', hint: 'Keep only one.' },
  },
  FENCE_KEY_MISPLACED: {
    severity: 'error',
    es: { message: 'La clave «{key}» solo vale en un bloque bash; este es «{language}».', hint: 'Quita {key}.' },
    en: { message: 'The key `{key}` is for bash blocks only; this one is `{language}`.', hint: 'Remove {key}.' },
  },
  FENCE_KEY_NEEDS: {
    severity: 'error',
    es: { message: 'La clave «{key}» necesita también {needs}.', hint: 'Añade {needs} al bloque.' },
    en: { message: 'The key `{key}` also needs {needs}.', hint: 'Add {needs} to the block.' },
  },
  FENCE_KEY_CONFLICT: {
    severity: 'error',
    es: { message: 'Las claves «{key}» y «{other}» no pueden ir en el mismo bloque.', hint: 'Quita una de las dos.' },
    en: { message: 'The keys `{key}` and `{other}` cannot be on the same block.', hint: 'Remove one of them.' },
  },
  FENCE_VALUE: {
    severity: 'error',
    es: {
      message: 'El valor de «{key}» no es válido: se esperaba {expectedEs} y se encontró «{found}».',
      hint: 'Corrige el valor de {key}.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'The value of `{key}` is not valid: expected {expectedEn}, found `{found}`.',
      hint: 'Correct the value of {key}.[? Did you mean `{suggestion}`?]',
    },
  },
  FENCE_STEP_OUTSIDE_RUNBOOK: {
    severity: 'error',
    es: {
      message: 'El bloque es un paso, «{step}», pero la página no es un runbook.',
      hint: 'Añade «runbook:» con id y system a la cabecera, o cambia step por checked="motivo".',
    },
    en: {
      message: 'The block is a step, "{step}", but the page is not a runbook.',
      hint: 'Add `runbook:` with id and system to the header, or change step to checked="reason".',
    },
  },
  FENCE_STEP_DUPLICATE: {
    severity: 'error',
    es: { message: 'El paso «{step}» ya existe en la línea {line}.', hint: 'Dale otro id.' },
    en: { message: 'Step "{step}" already exists on line {line}.', hint: 'Give it another id.' },
  },
  FENCE_UNDOES_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'undoes={found} no es otro paso de esta página.',
      hint: 'Escribe el id del paso que deshace.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'undoes={found} is no other step of this page.',
      hint: 'Write the id of the step it undoes.[? Did you mean `{suggestion}`?]',
    },
  },
  FENCE_CAPTURE_UNASSIGNED: {
    severity: 'error',
    es: {
      message: 'capture={name}, pero el bloque nunca asigna {name}.',
      hint: 'Asigna {name} en el bloque, por ejemplo {name}=$(…).',
    },
    en: {
      message: 'capture={name}, but the block never assigns {name}.',
      hint: 'Assign {name} in the block, for example {name}=$(…).',
    },
  },
  FENCE_EXPECT_ORPHAN: {
    severity: 'error',
    es: {
      message: 'Esta salida esperada no sigue a ningún paso.',
      hint: 'Ponla justo después del bloque cuyo resultado describe.',
    },
    en: {
      message: 'This expected output does not follow a step.',
      hint: 'Put it right after the block whose result it describes.',
    },
  },
  FENCE_EXPECT_REGEX: {
    severity: 'error',
    es: { message: 'La expresión regular esperada no es válida: {found}', hint: 'Corrige la expresión.' },
    en: { message: 'The expected regular expression is not valid: {found}', hint: 'Correct the expression.' },
  },
  FENCE_EXPECT_JSON: {
    severity: 'error',
    es: {
      message: 'La salida esperada no es JSON válido cerca de aquí.',
      hint: 'Corrige el JSON, o compara con expect=contains.',
    },
    en: {
      message: 'The expected output is not valid JSON near here.',
      hint: 'Correct the JSON, or compare with expect=contains.',
    },
  },
  FENCE_EXPECT_EMPTY: {
    severity: 'error',
    es: {
      message: 'La salida esperada no dice nada: con expect={mode} se cumpliría siempre.',
      hint: 'Escribe lo que debe aparecer.',
    },
    en: {
      message: 'The expected output says nothing: with expect={mode} it would always hold.',
      hint: 'Write what must appear.',
    },
  },
  FENCE_ALLOW_UNUSED: {
    severity: 'error',
    es: {
      message: 'El bloque permite {found}, pero aquí no hay ningún hallazgo así.',
      hint: 'Quita allow, o corrige el código.',
    },
    en: {
      message: 'The block allows {found}, but there is no such finding here.',
      hint: 'Remove allow, or correct the code.',
    },
  },
} as const satisfies Record<string, Entry>
