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
    plain: 'off',
    es: { message: '{file} no empieza por FROM.', hint: 'Añade FROM con una imagen base y su versión.' },
    en: { message: '{file} does not start with FROM.', hint: 'Add FROM with a base image and its version.' },
  },
  FILE_UNKNOWN: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: '«{found}» no existe aquí: ningún bloque ni paso anterior lo escribe.',
      hint: 'Añade un bloque file={found} antes de este paso.[? Quizá querías {suggestion}.]',
    },
    en: {
      message: '`{found}` does not exist here: no block or step before writes it.',
      hint: 'Add a block file={found} before this step.[? Did you mean {suggestion}?]',
    },
  },
  FILE_ENV_VALUE: {
    severity: 'error',
    es: {
      message: 'docker run --env-file toma «{found}» al pie de la letra para {name}: {reasonEs}.',
      hint: 'Escribe el valor sin comillas, o solo el nombre para tomarlo del terminal.',
    },
    en: {
      message: 'docker run --env-file takes `{found}` for {name} as it is: {reasonEn}.',
      hint: 'Write the value without quotes, or the name alone to take it from the terminal.',
    },
  },
  FILE_DOCKERFILE_USER: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'El Dockerfile crea el usuario «{name}» y el contenedor corre como root.',
      hint: 'Añade USER {name} antes de CMD.',
    },
    en: {
      message: 'The Dockerfile creates the user `{name}` and the container runs as root.',
      hint: 'Add USER {name} before CMD.',
    },
  },
  FILE_IGNORE_MISSES: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: '{file} deja entrar «{found}» en el contexto de la imagen.',
      hint: 'Excluye todo con * y admite solo lo necesario, o añade {found}.',
    },
    en: {
      message: '{file} lets `{found}` into the context of the image.',
      hint: 'Exclude everything with * and admit only what is needed, or add {found}.',
    },
  },
} as const satisfies Record<string, Entry>
