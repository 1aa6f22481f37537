import type {
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  ACTION_TYPES,
  FACTOR_KINDS,
  INCIDENT_SEVERITIES,
  INCIDENT_STATUSES,
  INCIDENT_THEMES,
  Moment,
  RELATIONS,
} from '#schema/incident.ts'
import type { Localized } from '#schema/locale.ts'

type Words<Name extends string> = Readonly<Record<Name, Localized>>

export type Theme = (typeof INCIDENT_THEMES)[number]
export type Severity = (typeof INCIDENT_SEVERITIES)[number]

export const STATUSES: Words<(typeof INCIDENT_STATUSES)[number]> = {
  open: { es: 'abierto', en: 'open' },
  mitigated: { es: 'mitigado', en: 'mitigated' },
  resolved: { es: 'resuelto', en: 'resolved' },
  closed: { es: 'cerrado', en: 'closed' },
}

export const SEVERITIES: Words<Severity> = {
  critical: { es: 'crítica', en: 'critical' },
  high: { es: 'alta', en: 'high' },
  medium: { es: 'media', en: 'medium' },
  low: { es: 'baja', en: 'low' },
  unknown: { es: 'desconocida', en: 'unknown' },
}

export const THEMES: Words<Theme> = {
  'environment-variables': { es: 'variables de entorno', en: 'environment variables' },
  'image-versions': { es: 'versiones de imágenes', en: 'image versions' },
  secrets: { es: 'secretos', en: 'secrets' },
  automation: { es: 'automatización', en: 'automation' },
  'server-drift': { es: 'cambios a mano en el servidor', en: 'changes by hand on the server' },
  'destructive-commands': { es: 'comandos destructivos', en: 'destructive commands' },
  'health-checks': { es: 'comprobaciones de salud', en: 'health checks' },
  documentation: { es: 'documentación', en: 'documentation' },
}

export const KINDS: Words<(typeof FACTOR_KINDS)[number]> = {
  technical: { es: 'Técnicos', en: 'Technical' },
  process: { es: 'De proceso', en: 'Process' },
  detection: { es: 'De detección', en: 'Detection' },
  documentation: { es: 'De documentación', en: 'Documentation' },
}

/** What a runbook does about an incident. */
export const RELATED: Words<(typeof RELATIONS)[number]> = {
  prevents: { es: 'lo previene', en: 'prevents it' },
  detects: { es: 'lo detecta', en: 'detects it' },
  mitigates: { es: 'lo mitiga', en: 'mitigates it' },
  resolves: { es: 'lo resuelve', en: 'resolves it' },
}

export const ACTIONS: Words<(typeof ACTION_TYPES)[number]> = {
  prevent: { es: 'prevenir', en: 'prevent' },
  detect: { es: 'detectar', en: 'detect' },
  mitigate: { es: 'mitigar', en: 'mitigate' },
  document: { es: 'documentar', en: 'document' },
}

export const ACTION_STATES: Words<(typeof ACTION_STATUSES)[number]> = {
  open: { es: 'pendiente', en: 'open' },
  demonstrated: { es: 'demostrada en el entorno', en: 'demonstrated in the fixture' },
  done: { es: 'hecha', en: 'done' },
  declined: { es: 'descartada', en: 'declined' },
}

export const PRIORITIES: Words<(typeof ACTION_PRIORITIES)[number]> = {
  high: { es: 'alta', en: 'high' },
  medium: { es: 'media', en: 'medium' },
  low: { es: 'baja', en: 'low' },
  none: { es: 'no se dio ninguna', en: 'none was given' },
}

export const TIMES: Words<'started' | 'detected' | 'mitigated' | 'resolved'> = {
  started: { es: 'Inicio', en: 'Started' },
  detected: { es: 'Detección', en: 'Detected' },
  mitigated: { es: 'Mitigación', en: 'Mitigated' },
  resolved: { es: 'Resolución', en: 'Resolved' },
}

export const PRECISIONS: Words<Moment['precision']> = {
  exact: { es: 'exacta', en: 'exact' },
  estimated: { es: 'estimada', en: 'estimated' },
  unknown: { es: 'desconocida', en: 'unknown' },
}
