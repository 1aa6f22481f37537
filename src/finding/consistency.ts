import type { Entry } from './entry.ts'

/** What one part of a page says and another contradicts. */
export const CONSISTENCY_FINDINGS = {
  NAME_TAKEN: {
    severity: 'error',
    es: {
      message: 'El contenedor «{name}» ya existe desde la línea {line}: docker run se negaría.',
      hint: 'Bórralo antes con docker rm, o dale otro nombre.',
    },
    en: {
      message: 'The container `{name}` exists since line {line}: docker run would refuse.',
      hint: 'Remove it first with docker rm, or give it another name.',
    },
  },
  NAME_RUN_DIFFERS: {
    severity: 'warning',
    es: {
      message: 'El contenedor «{name}» se arranca aquí sin {flag}, y en la línea {line} lo llevaba.',
      hint: 'Arráncalo igual en los dos sitios.',
    },
    en: {
      message: 'The container `{name}` is started here without {flag}, which it has on line {line}.',
      hint: 'Start it the same way in both places.',
    },
  },
  NAME_DISPROVED: {
    severity: 'error',
    es: {
      message: '«{name}» no existe: lo muestra la propia página en la línea {line}.',
      hint: 'Usa el comando que sí funciona, o corrige la línea {line}.',
    },
    en: {
      message: 'There is no `{name}`: the page itself shows so on line {line}.',
      hint: 'Use the command that works, or correct line {line}.',
    },
  },
  NAME_TOOL_MISSING: {
    severity: 'error',
    es: {
      message: 'La imagen parte de {base}, que no trae {program}, y su Dockerfile no lo instala.',
      hint: 'Instálalo en el Dockerfile, o usa lo que la imagen tiene.',
    },
    en: {
      message: 'The image is based on {base}, which has no {program}, and its Dockerfile does not install it.',
      hint: 'Install it in the Dockerfile, or use what the image has.',
    },
  },
  NAME_PORT_TAKEN: {
    severity: 'error',
    es: {
      message: 'Las {count} copias de «{name}» quieren el mismo puerto, {port} (línea {line}): solo arranca una.',
      hint: 'Publica el puerto en un proxy, o deja que Docker elija el de la máquina.',
    },
    en: {
      message: 'The {count} copies of `{name}` want the same port, {port} (line {line}): only one starts.',
      hint: 'Publish the port on a proxy, or let Docker choose that of the machine.',
    },
  },
  NAME_IMAGE_UNUSED: {
    severity: 'error',
    es: {
      message:
        'Se descarga «{name}», pero los servicios de compose construyen su imagen: arrancaría la misma de antes.',
      hint: 'Da a los servicios image: con la versión en una variable.',
    },
    en: {
      message: '`{name}` is pulled, but the services of the compose file build their image: the same one would start.',
      hint: 'Give the services an image: with the version in a variable.',
    },
  },
  NAME_COMPOSE_SERVICE: {
    severity: 'error',
    es: {
      message:
        '«{name}» es un servicio de Compose; su contenedor y su imagen llevan otro nombre, y docker {command} no lo encuentra.',
      hint: 'Usa docker compose {command} {name}, o fija container_name o image.',
    },
    en: {
      message:
        '`{name}` is a service of Compose; its container and image have another name, and docker {command} finds none.',
      hint: 'Use docker compose {command} {name}, or set container_name or image.',
    },
  },
  NAME_COMPOSE_UNKNOWN: {
    severity: 'error',
    es: {
      message: '{files} no tiene ningún {kindEs} «{name}».',
      hint: 'Corrige el nombre, o añade el {kindEs} al archivo.[? Quizá querías {suggestion}.]',
    },
    en: {
      message: '{files} has no {kindEn} `{name}`.',
      hint: 'Correct the name, or add the {kindEn} to the file.[? Did you mean {suggestion}?]',
    },
  },
  NAME_ENV_FILE_UNREAD: {
    severity: 'error',
    es: {
      message: 'Se cambia {found}, y este docker compose up lee .env: el cambio no llega.',
      hint: 'Añade --env-file {found}.',
    },
    en: {
      message: '{found} is changed, and this docker compose up reads .env: the change does not arrive.',
      hint: 'Add --env-file {found}.',
    },
  },
  PARAMETER_LITERAL: {
    severity: 'error',
    es: {
      message: 'Aquí está escrita la región «{found}», y la página tiene el parámetro {name}.',
      hint: 'Escribe "${name}".',
    },
    en: {
      message: 'The region `{found}` is written out here, and the page has the parameter {name}.',
      hint: 'Write "${name}".',
    },
  },
  STEP_UNDO_UNRELATED: {
    severity: 'error',
    plain: 'off',
    es: {
      message: 'El paso dice que deshace «{found}», y no toca nada de lo que toca ese paso.',
      hint: 'Corrige undoes.[? Quizá querías undoes={meant}.]',
    },
    en: {
      message: 'The step says that it undoes "{found}", and touches nothing that step touches.',
      hint: 'Correct undoes.[? Did you mean undoes={meant}?]',
    },
  },
  STEP_UNDO_SAME: {
    severity: 'error',
    plain: 'off',
    es: {
      message: 'El paso dice que deshace «{found}», y ejecuta exactamente lo mismo que ese paso.',
      hint: 'Escribe lo que deja las cosas como estaban.',
    },
    en: {
      message: 'The step says that it undoes "{found}", and runs exactly what that step runs.',
      hint: 'Write what leaves things as they were.',
    },
  },
  FENCE_LANGUAGE_ENV: {
    severity: 'warning',
    es: {
      message: 'Este bloque solo asigna variables: es un archivo .env y no un programa.',
      hint: 'Cambia el lenguaje a env y di qué archivo es.',
    },
    en: {
      message: 'This block only assigns variables: it is an .env file and not a program.',
      hint: 'Change the language to env, and say which file it is.',
    },
  },
  FILE_LOG_OPTION: {
    severity: 'error',
    es: {
      message: 'El driver de registros {driver} no tiene la opción «{found}»: Docker no arrancaría el contenedor.',
      hint: 'Corrige la opción.[? Quizá querías {suggestion}.]',
    },
    en: {
      message: 'The log driver {driver} has no option `{found}`: Docker would not start the container.',
      hint: 'Correct the option.[? Did you mean {suggestion}?]',
    },
  },
  FILE_SETTINGS_DECODE: {
    severity: 'error',
    es: {
      message: 'El validador de «{name}» no llega a verse: pydantic-settings lee antes la variable como JSON, y falla.',
      hint: 'Anota el campo con NoDecode, o usa enable_decoding=False.',
    },
    en: {
      message:
        'The validator of `{name}` is never reached: pydantic-settings reads the variable as JSON first, and fails.',
      hint: 'Annotate the field with NoDecode, or use enable_decoding=False.',
    },
  },
  DOCUMENT_HEADING_DUPLICATE: {
    severity: 'warning',
    es: {
      message: 'El título «{text}» ya está en la línea {line}: un enlace a él lleva al primero.',
      hint: 'Da a cada apartado un título propio.',
    },
    en: {
      message: 'The heading "{text}" is already on line {line}: a link to it leads to the first.',
      hint: 'Give each section a heading of its own.',
    },
  },
  DOCUMENT_COMMAND_UNFENCED: {
    severity: 'warning',
    es: {
      message: 'Hay un comando en un {whereEs}, «{found}»: Markdown puede cambiarlo y nadie lo comprueba.',
      hint: 'Ponlo en un bloque bash.',
    },
    en: {
      message: 'There is a command in a {whereEn}, `{found}`: Markdown may change it, and nothing checks it.',
      hint: 'Put it in a bash block.',
    },
  },
  DOCUMENT_IDENTITY: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: '«{found}» parece {whatEs} de verdad.',
      hint: 'Usa un parámetro, example.com, una dirección de RFC 5737 o my-project.',
    },
    en: {
      message: '`{found}` looks like {whatEn} that is real.',
      hint: 'Use a parameter, example.com, an address of RFC 5737 or my-project.',
    },
  },
} as const satisfies Record<string, Entry>
