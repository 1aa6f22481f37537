import type { Entry } from './entry.ts'

/** Found in the files a page tells the reader to write, and in references to files. */
export const FILE_FINDINGS = {
  FILE_SYNTAX: {
    severity: 'error',
    es: { message: '{file} no es {format} válido: {reason}', hint: 'Corrige la sintaxis en esta línea.' },
    en: { message: '{file} is not valid {format}: {reason}', hint: 'Correct the syntax on this line.' },
  },
  FILE_DOCKERFILE_INSTRUCTION: {
    severity: 'error',
    es: {
      message: '«{found}» no es una instrucción de Dockerfile.',
      hint: 'Corrige la instrucción.[? Quizá querías {suggestion}.]',
    },
    en: {
      message: '`{found}` is no instruction of a Dockerfile.',
      hint: 'Correct the instruction.[? Did you mean {suggestion}?]',
    },
  },
  FILE_DOCKERFILE_FROM: {
    severity: 'error',
    es: { message: '{file} no empieza por FROM.', hint: 'Añade FROM con una imagen base y su versión.' },
    en: { message: '{file} does not start with FROM.', hint: 'Add FROM with a base image and its version.' },
  },
  FILE_UNKNOWN: {
    severity: 'error',
    es: {
      message: '«{found}» no existe aquí: ningún bloque ni paso anterior lo escribe.',
      hint: 'Añade un bloque file={found} antes de este paso.[? Quizá querías {suggestion}.]',
    },
    en: {
      message: '`{found}` does not exist here: no block or step before writes it.',
      hint: 'Add a block file={found} before this step.[? Did you mean {suggestion}?]',
    },
  },
} as const satisfies Record<string, Entry>
