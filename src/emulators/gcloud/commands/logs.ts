import { NotModelled } from '../../model.ts'
import { needPermission, projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { filterResources } from '../format/filter.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import type { Reply } from '../output.ts'
import { regionOf } from '../run/region.ts'
import type { LogEntry, Project } from '../state.ts'

const json = (project: Project, entry: LogEntry, at: number): JsonObject => ({
  httpRequest: entry.request && {
    requestMethod: entry.request.method,
    requestUrl: entry.request.url,
    status: entry.request.status,
    userAgent: entry.request.userAgent || undefined,
  },
  insertId: uuid(`${project.id} ${at}`).slice(0, 20),
  logName: entry.logName,
  resource: {
    labels: {
      configuration_name: entry.service,
      location: entry.region,
      project_id: project.id,
      revision_name: entry.revision,
      service_name: entry.service,
    },
    type: 'cloud_run_revision',
  },
  severity: entry.severity,
  textPayload: entry.text,
  timestamp: iso(entry.timestamp),
})

/** Newest first, as the API answers; `--order=asc` turns it round. */
const entries = (invocation: GcloudInvocation, project: Project): JsonObject[] => {
  needPermission(invocation, project, 'logging.logEntries.list', { resource: `projects/${project.id}` })
  const all = project.logs.map((entry, at) => json(project, entry, at))
  return invocation.flag('--order') === 'asc' ? all : all.reverse()
}

const read = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  const expression = invocation.argument('LOG_FILTER')
  if (/timestamp|jsonPayload|<|>(?!=)/.test(expression)) throw new NotModelled(`the log filter ${expression}`)
  const found = entries(invocation, project).filter((entry) => expression === '' || holds(entry, expression))
  invocation.effect('read', 'log', project.id)
  return { resources: found, layout: 'yaml' }
}

const SEVERITIES = ['DEFAULT', 'DEBUG', 'INFO', 'NOTICE', 'WARNING', 'ERROR', 'CRITICAL', 'ALERT', 'EMERGENCY']

/** Logging's own filter: `severity>=ERROR` besides what `--filter` knows. */
const holds = (entry: JsonObject, expression: string): boolean => {
  const least = /severity\s*>=\s*"?(\w+)"?/.exec(expression)?.[1]
  const rest = expression.replace(/(AND\s+)?severity\s*>=\s*"?\w+"?(\s+AND)?/, '')
  if (least !== undefined && SEVERITIES.indexOf(String(entry.severity)) < SEVERITIES.indexOf(least)) return false
  return rest.trim() === '' || filterResources([entry], rest).length > 0
}

const readService = (invocation: GcloudInvocation): Reply => {
  const region = regionOf(invocation)
  const project = projectOf(invocation)
  const name = invocation.argument('SERVICE')
  const limit = Number(invocation.flag('--limit') ?? 100)
  needPermission(invocation, project, 'logging.logEntries.list', { resource: `projects/${project.id}` })
  const found = project.logs.filter((entry) => entry.service === name && entry.region === region).slice(-limit)
  invocation.effect('read', 'log', name)
  return { stdout: found.map((entry) => `${line(entry)}\n`).join('') }
}

const line = (entry: LogEntry): string => {
  const at = new Date(entry.timestamp).toISOString().slice(0, 19).replace('T', ' ')
  if (entry.request === undefined) return `${at} ${entry.text}`
  return `${at} ${entry.request.method} ${entry.request.status} ${entry.request.url}`
}

/** `gcloud logging read` and `gcloud run services logs read`. */
export const LOG_COMMANDS: CloudCommands = {
  'logging read': { flags: ['--order', '--freshness'], run: read },
  'run services logs read': { flags: ['--region', '--limit'], run: readService },
}
