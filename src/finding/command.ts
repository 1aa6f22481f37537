import type { Entry } from './entry.ts'

/** Found on the commands of a block, by bash's grammar and by each tool's. */
export const COMMAND_FINDINGS = {
  COMMAND_SYNTAX: {
    severity: 'error',
    es: { message: 'Bash no puede leer este bloque: {reason}.', hint: 'Corrige la sintaxis aquí.' },
    en: { message: 'Bash cannot read this block: {reason}.', hint: 'Correct the syntax here.' },
  },
  COMMAND_PROSE: {
    severity: 'error',
    es: { message: '«{found}» no es un comando: parece {whatEs}, dentro de un bloque bash.', hint: '{fixEs}' },
    en: { message: '`{found}` is no command: it looks like {whatEn}, inside a bash block.', hint: '{fixEn}' },
  },
  COMMAND_MISSPELT: {
    severity: 'error',
    es: { message: '«{found}» no es un programa conocido, y se parece mucho a «{meant}».', hint: 'Escribe «{meant}».' },
    en: { message: '`{found}` is no known program, and much like `{meant}`.', hint: 'Write `{meant}`.' },
  },
  COMMAND_PLACEHOLDER: {
    severity: 'error',
    es: {
      message: '«{found}» es un hueco para rellenar a mano: bash lo lee como {readsEs}.',
      hint: 'Declara un parámetro en la cabecera y escribe "${name}".',
    },
    en: {
      message: '`{found}` is a blank to fill in by hand: bash reads it as {readsEn}.',
      hint: 'Declare a parameter in the header and write "${name}".',
    },
  },
  COMMAND_UNKNOWN: {
    severity: 'error',
    es: {
      message: '«{command}» no existe en {tool} {version}.',
      hint: 'Corrige el comando.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'There is no `{command}` in {tool} {version}.',
      hint: 'Correct the command.[? Did you mean `{suggestion}`?]',
    },
  },
  COMMAND_INCOMPLETE: {
    severity: 'error',
    es: { message: '«{command}» es un grupo: falta el comando.', hint: 'Añade el comando que querías.' },
    en: { message: '`{command}` is a group: the command is missing.', hint: 'Add the command you meant.' },
  },
  COMMAND_FLAG_UNKNOWN: {
    severity: 'error',
    es: {
      message: '«{command}» no tiene la opción {flag} ({tool} {version}).',
      hint: 'Corrige la opción.[? Quizá querías {suggestion}.]',
    },
    en: {
      message: '`{command}` has no flag {flag} ({tool} {version}).',
      hint: 'Correct the flag.[? Did you mean {suggestion}?]',
    },
  },
  COMMAND_VALUE_MISSING: {
    severity: 'error',
    es: { message: 'La opción {flag} de «{command}» necesita un valor.', hint: 'Escribe el valor tras {flag}.' },
    en: { message: 'The flag {flag} of `{command}` needs a value.', hint: 'Write the value after {flag}.' },
  },
  COMMAND_VALUE_UNEXPECTED: {
    severity: 'error',
    es: { message: 'La opción {flag} de «{command}» no lleva valor; se encontró «{found}».', hint: 'Quita el valor.' },
    en: { message: 'The flag {flag} of `{command}` takes no value; found `{found}`.', hint: 'Remove the value.' },
  },
  COMMAND_FLAG_MISSING: {
    severity: 'error',
    es: { message: 'A «{command}» le falta {flag}, que es obligatorio.', hint: 'Añade {flag}.' },
    en: { message: '`{command}` lacks {flag}, which is required.', hint: 'Add {flag}.' },
  },
  COMMAND_ARGUMENT_MISSING: {
    severity: 'error',
    es: { message: 'A «{command}» le falta el argumento {name}.', hint: 'Añade {name}.' },
    en: { message: '`{command}` lacks the argument {name}.', hint: 'Add {name}.' },
  },
  COMMAND_ARGUMENT_UNEXPECTED: {
    severity: 'error',
    es: {
      message: '«{command}» no admite el argumento «{found}».',
      hint: 'Quítalo, o entrecomilla el valor anterior.',
    },
    en: { message: '`{command}` takes no argument `{found}`.', hint: 'Remove it, or quote the value before it.' },
  },
  COMMAND_CHOICE: {
    severity: 'error',
    es: {
      message: '{flag} de «{command}» admite {expected}; se encontró «{found}».',
      hint: 'Escribe uno de los valores admitidos.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: '{flag} of `{command}` takes {expected}; found `{found}`.',
      hint: 'Write one of the values it takes.[? Did you mean `{suggestion}`?]',
    },
  },
  COMMAND_VALUE: {
    severity: 'error',
    es: { message: '{flag} de «{command}» espera {expectedEs}; se encontró «{found}».', hint: 'Corrige el valor.' },
    en: { message: '{flag} of `{command}` expects {expectedEn}; found `{found}`.', hint: 'Correct the value.' },
  },
  COMMAND_EXCLUSIVE: {
    severity: 'error',
    es: { message: '{flag} no puede ir con {other} en «{command}».', hint: 'Deja solo una de las opciones.' },
    en: { message: '{flag} cannot go with {other} in `{command}`.', hint: 'Keep only one of the flags.' },
  },
  COMMAND_DUPLICATE: {
    severity: 'error',
    es: { message: '{flag} está repetida en «{command}»: como mucho cuenta la última.', hint: 'Deja solo una.' },
    en: { message: '{flag} is repeated in `{command}`: at most the last one counts.', hint: 'Keep only one.' },
  },
  COMMAND_OPERAND: {
    severity: 'error',
    es: {
      message: '«{found}» no puede ir ahí en «{command}»: {reasonEs}.',
      hint: 'Corrige la palabra, o quítala si sobra.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: '`{found}` cannot stand there in `{command}`: {reasonEn}.',
      hint: 'Correct the word, or remove it if it is one too many.[? Did you mean `{suggestion}`?]',
    },
  },
  COMMAND_REQUEST: {
    severity: 'error',
    es: { message: 'El servidor no recibe aquí lo que parece: {reasonEs}.', hint: 'Corrige el cuerpo o su cabecera.' },
    en: { message: 'The server does not get here what it seems: {reasonEn}.', hint: 'Correct the body or its header.' },
  },
  COMMAND_RULE: {
    severity: 'error',
    es: { message: '«{command}» sería rechazado: {reason}', hint: 'Corrige el valor aquí.' },
    en: { message: '`{command}` would be refused: {reason}', hint: 'Correct the value here.' },
  },
  COMMAND_RSYNC_PATTERN: {
    severity: 'error',
    es: {
      message:
        'El shell cambia «{found}» por lo que hay dentro: rsync no recibe el directorio, y --delete no borra nada de su primer nivel.',
      hint: 'Da el directorio, «{folder}».',
    },
    en: {
      message:
        'The shell puts what is inside for `{found}`: rsync is not given the directory, and --delete deletes nothing at its top.',
      hint: 'Give the directory, `{folder}`.',
    },
  },
  COMMAND_LOAD_PLATFORMS: {
    severity: 'warning',
    es: {
      message: '--load con varias plataformas ({platforms}): el almacén de imágenes que trae Docker solo admite una.',
      hint: 'Deja una plataforma, o usa --push en lugar de --load.',
    },
    en: {
      message: "--load with several platforms ({platforms}): Docker's default image store takes one only.",
      hint: 'Leave one platform, or use --push instead of --load.',
    },
  },
  COMMAND_COMPOSE_ONE: {
    severity: 'error',
    es: { message: 'docker-compose (v1) ya no se mantiene ni se instala.', hint: 'Escribe «docker compose».' },
    en: { message: 'docker-compose (v1) is no longer maintained or installed.', hint: 'Write `docker compose`.' },
  },
} as const satisfies Record<string, Entry>
