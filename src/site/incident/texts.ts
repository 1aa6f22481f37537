import type { Localized } from '#schema/locale.ts'

/** Texts of the pages of incidents. `{name}` stands for a value. */
export const INCIDENT_TEXTS = {
  incident: { es: 'Incidente', en: 'Incident' },
  status: { es: 'Estado', en: 'Status' },
  severity: { es: 'Severidad', en: 'Severity' },
  services: { es: 'Servicios', en: 'Services' },
  themes: { es: 'Temas', en: 'Themes' },
  times: { es: 'Momentos', en: 'Times' },
  detection: { es: 'Cómo se detectó', en: 'How it was detected' },
  impact: { es: 'Impacto', en: 'Impact' },
  runbooks: { es: 'Runbooks relacionados', en: 'Related runbooks' },

  timeline: { es: 'Cronología', en: 'Timeline' },
  factors: { es: 'Factores que contribuyeron', en: 'Contributing factors' },
  actions: { es: 'Acciones', en: 'Action items' },
  claims: { es: 'Cifras del relato', en: 'Figures of the account' },
  lessons: { es: 'Lecciones', en: 'Lessons' },

  pictureTitle: {
    es: 'Dibujo de la cronología: {count} entradas en orden. {known} tienen duración conocida y suman {total}; {unknown} no la tienen. La lista siguiente dice lo mismo con palabras.',
    en: 'Picture of the timeline: {count} entries in order. {known} have a known duration and add up to {total}; {unknown} have none. The list below says the same in words.',
  },
  pictureCaption: {
    es: 'Lo que mide cada barra es la duración que da el relato. Una barra discontinua no tiene duración conocida. Entre dos entradas pudo pasar más tiempo.',
    en: 'Each bar is as long as the duration the account gives. A dashed bar has no known duration. More time may have passed between two entries.',
  },
  lasted: { es: 'duró {time}', en: 'lasted {time}' },
  lastedUnknown: { es: 'duración desconocida', en: 'duration unknown' },
  timeUnknown: { es: 'hora desconocida', en: 'time unknown' },
  estimated: { es: 'estimada', en: 'estimated' },

  shownBy: { es: 'Lo muestra el paso', en: 'Shown by step' },
  closedBy: { es: 'Lo cierra', en: 'Closed by' },
  addressedBy: { es: 'Lo cerrará', en: 'To be closed by' },
  declinedBy: { es: 'Descartada', en: 'Declined' },
  accepted: { es: 'Se acepta', en: 'Accepted' },

  action: { es: 'Acción', en: 'Action' },
  type: { es: 'Tipo', en: 'Type' },
  role: { es: 'Responsable', en: 'Owner' },
  verified: { es: 'Lo verifica', en: 'Verified by' },
  notVerified: { es: 'nada todavía', en: 'nothing yet' },
  reason: { es: 'Motivo', en: 'Reason' },
  step: { es: 'paso', en: 'step' },
  finding: { es: 'hallazgo', en: 'finding' },
  file: { es: 'archivo', en: 'file' },

  claim: { es: 'Cifra', en: 'Figure' },
  stated: { es: 'Según el relato', en: 'As stated' },
  computed: { es: 'Según sus partes', en: 'Sum of its parts' },
  agrees: { es: 'Coinciden.', en: 'They agree.' },
  partsUnknown: { es: 'faltan partes', en: 'parts missing' },
  wentWell: { es: 'Qué fue bien', en: 'What went well' },
  wentWrong: { es: 'Qué fue mal', en: 'What went wrong' },
  lucky: { es: 'Dónde hubo suerte', en: 'Where we got lucky' },

  all: { es: 'Todos los análisis', en: 'All post-mortems' },
  allTitle: { es: 'Análisis de incidentes', en: 'Post-mortems' },
  allLead: {
    es: 'Cada incidente se reproduce en el entorno aislado: el fallo ocurre como se contó, y lo que hoy lo impide se comprueba.',
    en: 'Each incident is reproduced in the sealed environment: the failure happens as it was told, and what prevents it today is proved.',
  },
  none: { es: 'Todavía no hay análisis de incidentes.', en: 'There are no post-mortems yet.' },
  feed: { es: 'Suscribirse por RSS', en: 'Subscribe by RSS' },
  filter: { es: 'Filtrar', en: 'Filter' },
  service: { es: 'Servicio', en: 'Service' },
  theme: { es: 'Tema', en: 'Theme' },
  any: { es: 'Cualquiera', en: 'Any' },
  clear: { es: 'Quitar filtros', en: 'Clear filters' },
  shown: { es: '{count} de {total} incidentes', en: '{count} of {total} incidents' },
  date: { es: 'Fecha', en: 'Date' },
  dateUnknown: { es: 'fecha desconocida', en: 'date unknown' },

  across: { es: 'Cuándo ocurrieron', en: 'When they happened' },
  acrossTitle: {
    es: 'Dibujo de los {count} incidentes sobre un eje de fechas. La lista siguiente dice lo mismo con palabras.',
    en: 'Picture of the {count} incidents on a date axis. The list below says the same in words.',
  },
  acrossCaption: {
    es: 'Un día entero sombreado significa que se conoce el día y no la hora. La línea discontinua lleva a un final desconocido.',
    en: 'A whole shaded day means that the day is known and the time is not. The dashed line leads to an unknown end.',
  },
  firstKnown: {
    es: 'inicio desconocido; el primer momento conocido es {date}',
    en: 'start unknown; the first known moment is {date}',
  },
  until: { es: 'resuelto {date}', en: 'resolved {date}' },
  untilUnknown: { es: 'final desconocido', en: 'end unknown' },

  recurring: { es: 'Temas que se repiten', en: 'Themes that recur' },
  recurs: { es: '{count} de {total} incidentes', en: '{count} of {total} incidents' },
  once: { es: 'En un solo incidente', en: 'In one incident only' },
  noneRecurs: { es: 'Ningún tema se repite todavía.', en: 'No theme recurs yet.' },
  openActions: { es: 'Acciones pendientes', en: 'Open action items' },
  noOpenActions: { es: 'No queda ninguna acción pendiente.', en: 'No action item is open.' },
  changed: { es: 'Qué runbooks cambió cada incidente', en: 'Which runbooks each incident changed' },
} as const satisfies Record<string, Localized>
