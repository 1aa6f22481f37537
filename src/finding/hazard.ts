import type { Entry } from './entry.ts'

/** Commands that parse and still hurt: they hang, leak, expose, destroy or bypass. */
export const HAZARD_FINDINGS = {
  HAZARD_NEVER_RETURNS: {
    severity: 'error',
    es: { message: '«{command}» no termina nunca, y el paso se quedaría esperando.', hint: '{fixEs}' },
    en: { message: '`{command}` never returns, and the step would wait for it.', hint: '{fixEn}' },
  },
  HAZARD_INTERACTIVE: {
    severity: 'error',
    es: {
      message: '«{command}» espera a que alguien responda en la terminal.',
      hint: '{fixEs}',
    },
    en: { message: '`{command}` waits for someone to answer at the terminal.', hint: '{fixEn}' },
  },
  HAZARD_SECRET_PRINTED: {
    severity: 'error',
    es: {
      message: '«{command}» muestra un secreto en la terminal{nameEs}.',
      hint: 'Pásalo por una tubería o guárdalo en una variable; no lo muestres.',
    },
    en: {
      message: '`{command}` shows a secret on the terminal{nameEn}.',
      hint: 'Pipe it on, or keep it in a variable; do not show it.',
    },
  },
  HAZARD_SECRET_ARGUMENT: {
    severity: 'error',
    es: {
      message: 'El secreto {name} se da como argumento de «{command}»: cualquiera puede verlo en la lista de procesos.',
      hint: 'Pásalo por la entrada: printf %s "${name}" | {command} …',
    },
    en: {
      message: 'The secret {name} is given as an argument of `{command}`: anyone can see it in the list of processes.',
      hint: 'Pass it on standard input: printf %s "${name}" | {command} …',
    },
  },
  HAZARD_UNPINNED_IMAGE: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'La imagen «{image}» no tiene una versión fija ({found}): mañana puede ser otra.',
      hint: 'Escribe una etiqueta de versión, o un @sha256:….',
    },
    en: {
      message: 'The image `{image}` has no fixed version ({found}): tomorrow it may be another.',
      hint: 'Write a version tag, or an @sha256:….',
    },
  },
  HAZARD_PUBLIC_ACCESS: {
    severity: 'error',
    es: {
      message: '«{command}» deja el servicio abierto a cualquiera en Internet, sin decir por qué.',
      hint: 'Quítalo, o justifícalo con allow="HAZARD_PUBLIC_ACCESS motivo" en el bloque.',
    },
    en: {
      message: '`{command}` opens the service to anyone on the Internet, without saying why.',
      hint: 'Remove it, or give the reason with allow="HAZARD_PUBLIC_ACCESS reason" on the block.',
    },
  },
  HAZARD_ACCESS_UNSTATED: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'El despliegue no dice quién puede llamar al servicio: gcloud lo preguntaría.',
      hint: 'Añade --no-allow-unauthenticated.',
    },
    en: {
      message: 'The deployment does not say who may call the service: gcloud would ask.',
      hint: 'Add --no-allow-unauthenticated.',
    },
  },
  HAZARD_EFFECT_UNDECLARED: {
    severity: 'error',
    plain: 'off',
    es: {
      message: '«{command}» hace «{verb}», y el paso declara effect={declared}.',
      hint: 'Declara effect={verb} en el bloque.',
    },
    en: {
      message: '`{command}` does "{verb}", and the step declares effect={declared}.',
      hint: 'Declare effect={verb} on the block.',
    },
  },
  HAZARD_CURL_IGNORES_ERRORS: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'curl sin -f da por bueno un error HTTP: un 500 pasaría por éxito.',
      hint: 'Escribe curl -f (o --fail-with-body), o comprueba el estado con -w "%{http_code}".',
    },
    en: {
      message: 'curl without -f takes an HTTP error for a success: a 500 would pass.',
      hint: 'Write curl -f (or --fail-with-body), or check the status with -w "%{http_code}".',
    },
  },
  HAZARD_CURL_NO_LIMIT: {
    severity: 'error',
    plain: 'off',
    es: {
      message: 'curl sin límite de tiempo espera mientras el servidor no conteste.',
      hint: 'Añade --max-time 10, o lo que tarde como mucho la respuesta, en segundos.',
    },
    en: {
      message: 'curl without a time limit waits as long as the server does not answer.',
      hint: 'Add --max-time 10, or what the answer takes at most, in seconds.',
    },
  },
  HAZARD_BYPASS: {
    severity: 'error',
    es: { message: '«{found}» se salta una protección: {reasonEs}.', hint: 'Quítalo y corrige la causa.' },
    en: { message: '`{found}` bypasses a protection: {reasonEn}.', hint: 'Remove it and fix the cause.' },
  },
  HAZARD_SHELL_STATE: {
    severity: 'error',
    plain: 'off',
    es: {
      message: '«{found}» cambia o termina la terminal que comparten todos los pasos.',
      hint: 'Ponlo entre paréntesis, ( … ), o quítalo.',
    },
    en: {
      message: '`{found}` changes or ends the shell all steps share.',
      hint: 'Put it in parentheses, ( … ), or remove it.',
    },
  },
  HAZARD_SECRET_ALTERED: {
    severity: 'error',
    es: {
      message: '«{command}» no guarda en el secreto el valor tal cual: {reasonEs}.',
      hint: 'Escribe printf %s "$NOMBRE" | gcloud secrets …',
    },
    en: {
      message: '`{command}` does not store the value as it is: {reasonEn}.',
      hint: 'Write printf %s "$NAME" | gcloud secrets …',
    },
  },
  HAZARD_PLATFORM_UNSTATED: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'La imagen se despliega en Cloud Run y se construye para el procesador de quien la construye.',
      hint: 'Añade --platform=linux/amd64.',
    },
    en: {
      message: 'The image is deployed to Cloud Run and built for the processor of whoever builds it.',
      hint: 'Add --platform=linux/amd64.',
    },
  },
} as const satisfies Record<string, Entry>
