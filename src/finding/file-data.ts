import type { Entry } from './entry.ts'

/** Found in files of data and variables, builds, and in the programs and targets steps call. */
export const FILE_DATA_FINDINGS = {
  FILE_PYTHON_NAME: {
    severity: 'error',
    es: {
      message: '{file} usa el nombre {name}, que nada define.',
      hint: 'Corrige el nombre, o define o importa ese.',
    },
    en: {
      message: '{file} uses the name {name}, which nothing defines.',
      hint: 'Correct the name, or define or import it.',
    },
  },
  FILE_KEY_DUPLICATE: {
    severity: 'error',
    es: { message: 'En {file}, «{key}» está repetido: solo una vez cuenta.', hint: 'Deja uno.' },
    en: { message: 'In {file}, `{key}` appears twice: only one of them counts.', hint: 'Keep one.' },
  },
  FILE_KEY_UNKNOWN: {
    severity: 'error',
    es: { message: '{file} no conoce {found}.', hint: 'Corrige la clave.[? Quizá querías «{suggestion}».]' },
    en: { message: '{file} knows no {found}.', hint: 'Correct the key.[? Did you mean `{suggestion}`?]' },
  },
  FILE_VALUE: {
    severity: 'error',
    es: { message: 'En {key} se espera {expectedEs}.', hint: 'Corrige el valor.' },
    en: { message: 'In {key}, {expectedEn} is expected.', hint: 'Correct the value.' },
  },
  FILE_SUBSTITUTION: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'Nadie da valor a «{found}» en este archivo.',
      hint: 'Declárala en substitutions.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'Nobody gives `{found}` a value in this file.',
      hint: 'Declare it under substitutions.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_ENV_DIFFERS: {
    severity: 'error',
    es: {
      message: '«{name}» no vale lo mismo para todos los que leen este archivo. {found}.',
      hint: 'Escribe un valor que todos lean igual, sin comillas, espacios, # ni $.',
    },
    en: {
      message: '`{name}` is not the same to all that read this file. {found}.',
      hint: 'Write a value all of them read alike, without quotes, spaces, # or $.',
    },
  },
  FILE_ENV_LINE: {
    severity: 'error',
    es: {
      message: '{reader} no toma «{name}» de esta línea: {reasonEs}.',
      hint: 'Escríbela como NOMBRE=valor, en una línea.',
    },
    en: {
      message: '{reader} does not take `{name}` from this line: {reasonEn}.',
      hint: 'Write it as NAME=value, on one line.',
    },
  },
  FILE_TARGET_UNKNOWN: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'El Makefile no tiene el objetivo «{found}».',
      hint: 'Usa un objetivo que tenga.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'The Makefile has no target `{found}`.',
      hint: 'Use a target it has.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_SCRIPT_UNKNOWN: {
    severity: 'error',
    plain: 'off',
    es: {
      message: '«{found}» no existe aquí: ningún bloque ni paso anterior lo escribe.',
      hint: 'Añade un bloque file={found} antes.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: '`{found}` does not exist here: no block or step before writes it.',
      hint: 'Add a block file={found} before.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_SCRIPT_MODE: {
    severity: 'error',
    plain: 'off',
    es: { message: '«{found}» no es ejecutable.', hint: 'Ejecuta antes chmod +x {found}, o llama a bash {found}.' },
    en: { message: '`{found}` is not executable.', hint: 'Run chmod +x {found} before, or call bash {found}.' },
  },
} as const satisfies Record<string, Entry>
