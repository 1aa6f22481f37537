import type { Entry } from './entry.ts'

/** Names that one step makes and another uses. */
export const NAME_FINDINGS = {
  NAME_UNKNOWN: {
    severity: 'error',
    plain: 'off',
    es: {
      message: 'Ningún paso anterior crea {kindEs} «{name}».[? En la línea {line} se crea «{other}».]',
      hint: 'Créalo antes de este paso, o usa el mismo nombre en los dos sitios.',
    },
    en: {
      message: 'No step before creates the {kindEn} `{name}`.[? Line {line} creates `{other}`.]',
      hint: 'Create it before this step, or use the same name in both places.',
    },
  },
  NAME_USED_BEFORE: {
    severity: 'error',
    plain: 'off',
    es: {
      message: '{kindEs} «{name}» se usa aquí y se crea después, en la línea {line}.',
      hint: 'Pon antes el paso que lo crea.',
    },
    en: {
      message: 'The {kindEn} `{name}` is used here and created later, on line {line}.',
      hint: 'Put the step that creates it first.',
    },
  },
  NAME_IMAGE_NOT_PUSHED: {
    severity: 'error',
    es: {
      message: 'Ningún paso anterior sube la imagen «{name}» al registro.[? En la línea {line} se sube «{other}».]',
      hint: 'Añade docker push de esta imagen antes de este paso.',
    },
    en: {
      message: 'No step before pushes the image `{name}` to the registry.[? Line {line} pushes `{other}`.]',
      hint: 'Add a docker push of this image before this step.',
    },
  },
  NAME_PORT_DIFFERS: {
    severity: 'error',
    es: {
      message: 'El puerto es aquí {found} y en la línea {line} es {expected}.',
      hint: 'Usa el mismo puerto en los dos sitios.',
    },
    en: {
      message: 'The port is {found} here and {expected} on line {line}.',
      hint: 'Use the same port in both places.',
    },
  },
  NAME_PORT_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'Ni el resto de la página ni los archivos del sistema nombran el puerto {found}.',
      hint: 'Escribe el puerto en que algo escucha.',
    },
    en: {
      message: "Neither the rest of the page nor the system's files name the port {found}.",
      hint: 'Write the port that something listens on.',
    },
  },
  NAME_REGION_DIFFERS: {
    severity: 'error',
    plain: 'off',
    es: {
      message: '{kindEs} «{name}» está en «{expected}» (línea {line}), y aquí se busca en «{found}».',
      hint: 'Usa la misma región en los dos sitios.',
    },
    en: {
      message: 'The {kindEn} `{name}` is in `{expected}` (line {line}), and is looked for here in `{found}`.',
      hint: 'Use the same region in both places.',
    },
  },
  NAME_API_NOT_ENABLED: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: '«{command}» necesita la API {api}, y ningún paso anterior la habilita.',
      hint: 'Añade {api} a gcloud services enable.',
    },
    en: {
      message: '`{command}` needs the API {api}, and no step before enables it.',
      hint: 'Add {api} to gcloud services enable.',
    },
  },
  NAME_ACCESS_MISSING: {
    severity: 'error',
    es: {
      message: '«{command}» necesita acceso a {targetEs}, y ningún paso anterior se lo da.',
      hint: 'Añade antes el paso que da ese acceso.',
    },
    en: {
      message: '`{command}` needs access to {targetEn}, and no step before gives it.',
      hint: 'Add the step that gives that access before this one.',
    },
  },
  NAME_BUILD_ARGUMENT: {
    severity: 'error',
    es: {
      message: 'El Dockerfile no declara el argumento {name}: la imagen se construye sin él.',
      hint: 'Corrige el nombre, o añade «ARG {name}» al Dockerfile.[? Quizá querías {suggestion}.]',
    },
    en: {
      message: 'The Dockerfile does not declare the argument {name}: the image is built without it.',
      hint: 'Correct the name, or add `ARG {name}` to the Dockerfile.[? Did you mean {suggestion}?]',
    },
  },
  NAME_VALUE_CROSSED: {
    severity: 'error',
    es: {
      message: 'La variable {name} recibe otro valor: {found}[?, según la línea {line}].',
      hint: 'Dale el valor de su parámetro, "${name}".',
    },
    en: {
      message: 'The variable {name} is given another value: {found}[?, by line {line}].',
      hint: 'Give it the value of its parameter, "${name}".',
    },
  },
  NAME_OUTPUT_CROSSED: {
    severity: 'error',
    plain: 'off',
    es: {
      message: 'La salida esperada nombra {found}, y el paso usa {read}.',
      hint: 'Escribe la misma en los dos. Si la salida es de otra, nombra también {read}.',
    },
    en: {
      message: 'The expected output names {found}, and the step uses {read}.',
      hint: 'Write the same in both. If the output is of another, name {read} too.',
    },
  },
  NAME_SOCKET_UNKNOWN: {
    severity: 'error',
    es: {
      message: '{name} es «{found}», y ahí no hay ningún socket de Cloud SQL montado.',
      hint: 'Monta la instancia con --set-cloudsql-instances y usa /cloudsql/ seguido de su nombre de conexión.[? Aquí, {expected}.]',
    },
    en: {
      message: '{name} is `{found}`, and no socket of Cloud SQL is mounted there.',
      hint: 'Mount the instance with --set-cloudsql-instances and use /cloudsql/ followed by its connection name.[? Here, {expected}.]',
    },
  },
  NAME_HOST_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'El contenedor busca la máquina «{host}», y en Linux nadie le da ese nombre.',
      hint: 'Añade --add-host=host.docker.internal:host-gateway, y usa ese nombre.',
    },
    en: {
      message: 'The container looks for the machine `{host}`, and on Linux nothing gives it that name.',
      hint: 'Add --add-host=host.docker.internal:host-gateway, and use that name.',
    },
  },
  NAME_SUBSTITUTION_UNUSED: {
    severity: 'error',
    es: {
      message: 'El comando da un valor a {name}, y {file} no la usa: Cloud Build lo rechaza.',
      hint: 'Quítala, o úsala en {file}.[? Quizá querías {suggestion}.]',
    },
    en: {
      message: 'The command gives {name} a value, and {file} does not use it: Cloud Build refuses that.',
      hint: 'Remove it, or use it in {file}.[? Did you mean {suggestion}?]',
    },
  },
  NAME_SUBSTITUTION_MISSING: {
    severity: 'error',
    es: {
      message: '{file} usa {name} en la línea {line}, y ni el archivo ni este comando le dan un valor.',
      hint: 'Añádela a --substitutions, o dale un valor en substitutions de {file}.',
    },
    en: {
      message: '{file} uses {name} on line {line}, and neither the file nor this command gives it a value.',
      hint: 'Add it to --substitutions, or give it a value under substitutions of {file}.',
    },
  },
  NAME_MISSPELT: {
    severity: 'error',
    plain: 'off',
    es: {
      message: '«{found}» aparece una sola vez, y casi es «{suggestion}»[?, que está en la línea {line}].',
      hint: 'Escribe «{suggestion}». Si es otra cosa, dilo: allow="NAME_MISSPELT motivo".',
    },
    en: {
      message: '`{found}` stands here only, and is nearly `{suggestion}`[?, which is on line {line}].',
      hint: 'Write `{suggestion}`. If it is something else, say so: allow="NAME_MISSPELT reason".',
    },
  },
} as const satisfies Record<string, Entry>
