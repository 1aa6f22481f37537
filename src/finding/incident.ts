import type { Entry } from './entry.ts'

/** Problems of post-mortems: what they say of their incident does not hold together. */
export const INCIDENT_FINDINGS = {
  INCIDENT_VALUE: {
    severity: 'error',
    es: { message: '{key} es «{found}»; se espera: {expected}.', hint: 'Corrige la cabecera del análisis.' },
    en: { message: '{key} is `{found}`; expected: {expected}.', hint: 'Mend the header of the post-mortem.' },
  },
  INCIDENT_ID_DIFFERS: {
    severity: 'error',
    es: { message: 'incident.id es «{found}» y la página, «{expected}».', hint: 'Usa el mismo id en los dos.' },
    en: { message: 'incident.id is `{found}` and the page is `{expected}`.', hint: 'Use the same id for both.' },
  },
  INCIDENT_DUPLICATE: {
    severity: 'error',
    es: { message: 'El id «{id}» está dos veces en {list}.', hint: 'Da a cada uno un id propio.' },
    en: { message: 'The id "{id}" is in {list} twice.', hint: 'Give each an id of its own.' },
  },
  INCIDENT_TIMELINE_ORDER: {
    severity: 'error',
    es: {
      message: 'La cronología retrocede: {found} va después de {before}.',
      hint: 'Ordena las entradas por su hora.',
    },
    en: { message: 'The timeline goes back: {found} stands after {before}.', hint: 'Order the entries by their time.' },
  },
  INCIDENT_CLAIM_DIFFERS: {
    severity: 'error',
    es: {
      message: 'La cuenta dice {stated} para «{id}», y sus partes suman {computed}.',
      hint: 'Explica la diferencia en discrepancy, o corrige las partes.',
    },
    en: {
      message: 'The account says {stated} for "{id}", and its parts add up to {computed}.',
      hint: 'Explain the difference in discrepancy, or mend the parts.',
    },
  },
  INCIDENT_CLAIM_AGREES: {
    severity: 'error',
    es: {
      message: '«{id}» explica una discrepancia que no hay: {stated} frente a {computed}.',
      hint: 'Quita discrepancy.',
    },
    en: {
      message: '"{id}" explains a discrepancy there is not: {stated} against {computed}.',
      hint: 'Remove discrepancy.',
    },
  },
  INCIDENT_REFERENCE: {
    severity: 'error',
    es: { message: '«{found}» no está en {list}[?; ¿querías decir «{suggestion}»?].', hint: 'Los que hay: {known}' },
    en: { message: '"{found}" is not in {list}[?; did you mean "{suggestion}"?].', hint: 'Those there are: {known}' },
  },
  INCIDENT_FACTOR_OPEN: {
    severity: 'error',
    es: {
      message: 'Ninguna acción cierra el factor «{id}», y nada dice por qué.',
      hint: 'Añádelo a closes de una acción, o di en accepted por qué no se hace nada.',
    },
    en: {
      message: 'No action closes the factor "{id}", and nothing says why.',
      hint: 'Add it to closes of an action, or say in accepted why nothing is done.',
    },
  },
  INCIDENT_ACTION_UNVERIFIED: {
    severity: 'error',
    es: {
      message: 'La acción «{id}» está hecha y nada lo comprueba.',
      hint: 'Nombra en verified lo que lo comprueba: step:<página>#<paso>, finding:<CÓDIGO> o file:<ruta>.',
    },
    en: {
      message: 'The action "{id}" is done and nothing verifies it.',
      hint: 'Name in verified what proves it: step:<page>#<step>, finding:<CODE> or file:<path>.',
    },
  },
  INCIDENT_ACTION_DECLINED: {
    severity: 'error',
    es: { message: 'La acción «{id}» se descartó sin decir por qué.', hint: 'Escribe el motivo en reason.' },
    en: { message: 'The action "{id}" was declined without a reason.', hint: 'Write it in reason.' },
  },
  INCIDENT_LINK_MISSING: {
    severity: 'error',
    es: {
      message: 'El incidente nombra el runbook «{runbook}» ({relation}), y esa página no enlaza aquí.',
      hint: 'Enlaza {url} desde {page}.',
    },
    en: {
      message: 'The incident names the runbook "{runbook}" ({relation}), and that page does not link here.',
      hint: 'Link {url} from {page}.',
    },
  },
  INCIDENT_BLAME: {
    severity: 'error',
    es: {
      message: '«{found}» juzga a quien actuó.',
      hint: 'Di qué hizo posible el error: qué permitió el sistema y qué faltaba saber.',
    },
    en: {
      message: '"{found}" judges whoever acted.',
      hint: 'Say what made the mistake possible: what the system allowed, and what nobody could know.',
    },
  },
  INCIDENT_LOCALE_DIFFERS: {
    severity: 'error',
    es: { message: '{key} es aquí «{found}» y en {other}, «{expected}».', hint: 'Solo la prosa puede ser distinta.' },
    en: { message: '{key} is `{found}` here and `{expected}` in {other}.', hint: 'Only the prose may differ.' },
  },
} as const satisfies Record<string, Entry>
