import type { GcloudInvocation } from '../invocation.ts'
import type { Project } from '../state.ts'
import type { RunService } from './service-state.ts'

/** Keeps a line a container wrote. */
export const logLine = (
  { now }: Pick<GcloudInvocation, 'now'>,
  { project, service }: { project: Project; service: Pick<RunService, 'name' | 'region'> },
  revision: string,
  text: string,
): void => {
  project.logs.push({
    timestamp: now,
    severity: severityOf(text),
    logName: `projects/${project.id}/logs/run.googleapis.com%2Fstderr`,
    service: service.name,
    revision,
    region: service.region,
    text,
  })
}

const severityOf = (text: string): string =>
  /\b(ERROR|CRITICAL|Traceback)\b|^Cloud SQL connection failed|^Container called exit\([1-9]|^Default STARTUP TCP probe failed/.test(
    text,
  )
    ? 'ERROR'
    : 'DEFAULT'
