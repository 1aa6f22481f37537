import type { Entry } from './entry.ts'

/** Blocks that bash accepts and that mislead whoever runs them as they stand. */
export const PRACTICE_FINDINGS = {
  COMMAND_BACKSLASH: {
    severity: 'error',
    es: {
      message: '«{found}» es una ruta de Windows: bash quita las barras y busca «{reads}».',
      hint: 'Escribe la ruta con /, o lleva ese comando a un bloque powershell.',
    },
    en: {
      message: '`{found}` is a path of Windows: bash drops the backslashes and looks for `{reads}`.',
      hint: 'Write the path with /, or move the command to a powershell block.',
    },
  },
  COMMAND_MENU: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'El bloque es una lista de alternativas, no un procedimiento: {reasonEs}.',
      hint: 'Pon cada alternativa en un bloque propio, con su condición en el texto.',
    },
    en: {
      message: 'The block is a menu of commands, not a procedure: {reasonEn}.',
      hint: 'Give each alternative a block of its own, with its condition in the text.',
    },
  },
  COMMAND_RESULT_IN_COMMENT: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'El resultado está en un comentario, «{found}», y nadie lo compara.',
      hint: 'Llévalo a un bloque text expect=contains tras el paso.',
    },
    en: {
      message: 'The result stands in a comment, `{found}`, and nothing compares it.',
      hint: 'Move it to a block text expect=contains after the step.',
    },
  },
  COMMAND_PROGRAM: {
    severity: 'error',
    es: {
      message: '{command} rechaza el programa «{found}»: {reason}.',
      hint: 'Corrígelo; suele faltar un delimitador, un paréntesis o una comilla.',
    },
    en: {
      message: '{command} refuses the program `{found}`: {reason}.',
      hint: 'Correct it; often a delimiter, a bracket or a quote is missing.',
    },
  },
  COMMAND_PATTERN: {
    severity: 'error',
    es: {
      message: '{command} rechaza el patrón «{found}»: {reason}. Una condición lo leería como «no hay ninguno».',
      hint: 'Corrige el patrón; dentro de [ ] la barra invertida no escapa nada.',
    },
    en: {
      message: '{command} refuses the pattern `{found}`: {reason}. A condition would read that as "there are none".',
      hint: 'Correct the pattern; inside [ ] a backslash escapes nothing.',
    },
  },
  COMMAND_SAMPLE: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: '«{found}» es un valor de muestra: quien lo pegue lo usará tal cual.',
      hint: 'Declara un parámetro y escribe su variable.',
    },
    en: {
      message: '`{found}` is a sample value: whoever pastes it uses it as it is.',
      hint: 'Declare a parameter and write its variable.',
    },
  },
  HAZARD_STATUS_LOST: {
    severity: 'error',
    es: {
      message: 'Si «{command}» falla, nadie se entera: {reasonEs}.',
      hint: 'Ejecútalo en primer plano, espera con wait a cada proceso, o usa set -o pipefail.',
    },
    en: {
      message: 'If `{command}` fails, nobody knows: {reasonEn}.',
      hint: 'Run it in the foreground, wait for each process with wait, or use set -o pipefail.',
    },
  },
  HAZARD_HEALTH_MATCH: {
    severity: 'error',
    es: {
      message: 'El patrón «healthy» también acierta con «unhealthy».',
      hint: 'Escribe grep -w healthy, o compara el estado entero.',
    },
    en: {
      message: 'The pattern `healthy` matches `unhealthy` too.',
      hint: 'Write grep -w healthy, or compare the whole status.',
    },
  },
  HAZARD_LOGIN_CHECK: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'docker info no siempre dice con qué usuario se ha entrado: no sirve para saberlo.',
      hint: 'Comprueba que puedes leer la imagen: docker manifest inspect.',
    },
    en: {
      message: 'docker info does not always tell who is logged in: it cannot be asked that.',
      hint: 'Check that you can read the image: docker manifest inspect.',
    },
  },
  HAZARD_LOOP_ENDLESS: {
    severity: 'error',
    es: {
      message: 'Con un argumento que ninguna rama conoce, este bucle no termina: nada lo consume.',
      hint: 'Añade una rama *) que haga shift o pare con un error.',
    },
    en: {
      message: 'Given an argument no branch knows, this loop never ends: nothing consumes it.',
      hint: 'Add a branch *) that shifts or stops with an error.',
    },
  },
  HAZARD_STILL_RUNNING: {
    severity: 'error',
    es: {
      message: '«{command}» vuelve antes de acabar, y «{other}» usa un resultado que aún no está.',
      hint: 'Espera a que termine antes de seguir, o usa la forma que espera.',
    },
    en: {
      message: '`{command}` returns before it is done, and `{other}` uses a result that is not there yet.',
      hint: 'Wait for its end before going on, or use the form that waits.',
    },
  },
  HAZARD_ENV_SOURCED: {
    severity: 'error',
    es: {
      message: 'bash ejecuta lo que encuentra en «{found}»: un valor con &, ), $ o espacios se rompe o se ejecuta.',
      hint: 'Da el archivo a quien lo lee: docker compose --env-file {found}.',
    },
    en: {
      message: 'bash runs what it finds in `{found}`: a value with &, ), $ or spaces breaks or is run.',
      hint: 'Give the file to what reads it: docker compose --env-file {found}.',
    },
  },
  HAZARD_BROAD_DELETE: {
    severity: 'error',
    plain: 'warning',
    es: {
      message:
        '«{command}» borra o para todo lo que coincida, también lo que está en uso o hace falta para volver atrás.',
      hint: 'Lista antes, filtra por estado y nombra lo que se borra.',
    },
    en: {
      message: '`{command}` deletes or stops all that matches, also what is in use or needed to go back.',
      hint: 'List first, filter by state, and name what is deleted.',
    },
  },
  HAZARD_SECRET_LITERAL: {
    severity: 'error',
    es: {
      message: '«{found}» tiene la forma de una clave real.',
      hint: 'Usa un parámetro secret; si era de verdad, revócala.',
    },
    en: {
      message: '`{found}` has the shape of a real key.',
      hint: 'Use a secret parameter; if it was real, revoke it.',
    },
  },
  HAZARD_SECRET_COPIED: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: '«{command}» se lleva {found} con sus secretos, sin cifrar.',
      hint: 'Déjalo fuera y guarda los secretos en su gestor.',
    },
    en: {
      message: '`{command}` takes {found} along with its secrets, unencrypted.',
      hint: 'Leave it out, and keep secrets in their manager.',
    },
  },
} as const satisfies Record<string, Entry>
