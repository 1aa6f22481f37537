import type { Entry } from './entry.ts'

/** Found in Dockerfiles and Compose files. */
export const FILE_IMAGE_FINDINGS = {
  FILE_DOCKERFILE_ARGUMENT: {
    severity: 'error',
    es: { message: '{keyword} {reasonEs}.', hint: 'Corrige la instrucción.' },
    en: { message: '{keyword} {reasonEn}.', hint: 'Correct the instruction.' },
  },
  FILE_DOCKERFILE_EXEC: {
    severity: 'error',
    es: {
      message: 'Esta lista de {keyword} no es JSON: Docker la ejecuta como una línea de shell.',
      hint: 'Escribe cada palabra entre comillas dobles, con comas: ["uvicorn", "app:app"].',
    },
    en: {
      message: 'This list of {keyword} is not JSON: Docker runs it as a line of shell.',
      hint: 'Write each word in double quotes, with commas: ["uvicorn", "app:app"].',
    },
  },
  FILE_DOCKERFILE_SECRET: {
    severity: 'error',
    es: {
      message: '{keyword} graba «{name}» en la imagen: quien la tenga lo lee, y cambiarlo exige otra imagen.',
      hint: 'Pásalo al arrancar el contenedor, o con RUN --mount=type=secret al construir.',
    },
    en: {
      message:
        '{keyword} writes `{name}` into the image: whoever has it can read it, and a new value needs a new image.',
      hint: 'Give it when the container starts, or with RUN --mount=type=secret while building.',
    },
  },
  FILE_DOCKERFILE_STAGE: {
    severity: 'error',
    es: {
      message: 'No hay ninguna etapa «{found}» antes de esta.',
      hint: 'Usa el nombre de una etapa anterior.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'There is no stage `{found}` before this one.',
      hint: 'Use the name of a stage before it.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_DOCKERFILE_CACHE: {
    severity: 'warning',
    es: { message: '{flag} impide que pip use la caché montada en esta instrucción.', hint: 'Quita {flag}.' },
    en: { message: '{flag} keeps pip from using the cache mounted in this instruction.', hint: 'Remove {flag}.' },
  },
  FILE_COPY_SOURCE: {
    severity: 'error',
    plain: 'off',
    es: {
      message: '«{found}» no está en el contexto de la imagen.',
      hint: 'Copia un archivo que exista.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: '`{found}` is not in the context of the image.',
      hint: 'Copy a file that exists.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_COPY_IGNORED: {
    severity: 'error',
    plain: 'warning',
    es: { message: '.dockerignore deja «{found}» fuera del contexto de la imagen.', hint: 'Admítelo con !{found}.' },
    en: { message: '.dockerignore keeps `{found}` out of the context of the image.', hint: 'Admit it with !{found}.' },
  },
  FILE_HEALTH_PROGRAM: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'La comprobación de salud usa {program}, que la imagen {image} no trae: nunca estará sana.',
      hint: 'Instala {program}, o comprueba con lo que la imagen tiene.',
    },
    en: {
      message: 'The health check uses {program}, which the image {image} does not have: it will never be healthy.',
      hint: 'Install {program}, or check with what the image has.',
    },
  },
  FILE_COMPOSE_KEY: {
    severity: 'error',
    es: { message: 'Compose no conoce {found}.', hint: 'Corrige la clave.[? Quizá querías «{suggestion}».]' },
    en: { message: 'Compose knows no {found}.', hint: 'Correct the key.[? Did you mean `{suggestion}`?]' },
  },
  FILE_COMPOSE_VALUE: {
    severity: 'error',
    es: { message: 'En {found}, Compose espera {expectedEs}.', hint: 'Corrige el valor.' },
    en: { message: 'In {found}, Compose expects {expectedEn}.', hint: 'Correct the value.' },
  },
  FILE_COMPOSE_VERSION: {
    severity: 'warning',
    es: { message: 'version está obsoleto: Compose lo ignora y avisa cada vez.', hint: 'Borra la línea.' },
    en: { message: 'version is obsolete: Compose ignores it, and says so each time.', hint: 'Delete the line.' },
  },
  FILE_COMPOSE_UNDECLARED: {
    severity: 'error',
    plain: 'off',
    es: {
      message: '{kindEs} «{name}» no está en {key} de este archivo.',
      hint: 'Decláralo en {key}.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'There is no {kindEn} `{name}` under {key} of this file.',
      hint: 'Declare it under {key}.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_COMPOSE_HEALTH: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'Espera a que «{name}» esté sano, y ese servicio no tiene healthcheck.',
      hint: 'Añade healthcheck a {name}, o espera a service_started.',
    },
    en: {
      message: 'It waits for `{name}` to be healthy, and that service has no healthcheck.',
      hint: 'Add a healthcheck to {name}, or wait for service_started.',
    },
  },
  FILE_COMPOSE_REPLICAS: {
    severity: 'error',
    es: {
      message: '«{name}» tiene varias réplicas y {found}: solo puede haber una.',
      hint: 'Quita {found}, o deja una réplica.',
    },
    en: {
      message: '`{name}` has several replicas and {found}: there can be only one.',
      hint: 'Remove {found}, or keep one replica.',
    },
  },
  FILE_COMPOSE_TWICE: {
    severity: 'error',
    es: { message: '«{found}» ya es del servicio {other}.', hint: 'Usa otro.' },
    en: { message: '`{found}` is already that of service {other}.', hint: 'Use another one.' },
  },
  FILE_COMPOSE_CIRCLE: {
    severity: 'error',
    es: {
      message: 'Los servicios se esperan en círculo, y ninguno arranca: {circle}.',
      hint: 'Quita una de las dependencias.',
    },
    en: {
      message: 'The services wait for each other in a circle, and none starts: {circle}.',
      hint: 'Remove one of the dependencies.',
    },
  },
  FILE_COMPOSE_NETWORKS: {
    severity: 'error',
    es: { message: '«{name}» tiene networks y {found}: Compose solo acepta uno.', hint: 'Quita uno de los dos.' },
    en: { message: '`{name}` has networks and {found}: Compose takes one of them.', hint: 'Remove one of the two.' },
  },
  FILE_COMPOSE_REFUSED: {
    severity: 'error',
    es: {
      message: 'Docker Compose no acepta {file}: {reason}',
      hint: 'Corrige el archivo. Compruébalo con docker compose config.',
    },
    en: {
      message: 'Docker Compose does not take {file}: {reason}',
      hint: 'Correct the file. Check it with docker compose config.',
    },
  },
  FILE_COMPOSE_IMAGELESS: {
    severity: 'error',
    plain: 'off',
    es: { message: 'El servicio «{name}» no dice su imagen ni cómo construirla.', hint: 'Añade image o build.' },
    en: { message: 'Service `{name}` says neither its image nor how to build it.', hint: 'Add image or build.' },
  },
} as const satisfies Record<string, Entry>
