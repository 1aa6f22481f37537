import type { World } from '../../world.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { uuid } from '../names.ts'
import type { Project } from '../state.ts'
import { RETAINED_BACKUPS, type SqlData, type SqlOperation } from './model.ts'
import { busy } from './refusals.ts'

/** How long one takes: Cloud SQL takes minutes, and who rehearses waits for each second. */
const DURATION_MS = 2000

/** How often the fixture whose clock is the machine's looks whether it is done. */
const POLL_MS = 100

export const operationLink = ({ id }: Project, { name }: SqlOperation): string =>
  `https://sqladmin.googleapis.com/sql/v1beta4/projects/${id}/operations/${name}`

/** The work that is being done on an instance. */
export const operationOn = ({ sqlOperations }: Project, instance: string): SqlOperation | undefined =>
  [...sqlOperations.values()].find((one) => one.instance === instance && !one.isDone)

/** Fails as Cloud SQL does where something is being done to an instance. */
export const needIdle = (project: Project, instance: string): void => {
  if (operationOn(project, instance)) throw busy()
}

/** Begins work on an instance that nothing else is done to. Its result is there once its time has passed. */
export const beginOperation = (
  invocation: GcloudInvocation,
  project: Project,
  { type, instance, backup }: Pick<SqlOperation, 'type' | 'instance' | 'backup'>,
): SqlOperation => {
  needIdle(project, instance)
  invocation.cloud.sequence += 1
  const name = uuid(`${type} ${instance} ${invocation.cloud.sequence}`)
  const startedAt = invocation.now
  const endsAt = startedAt + DURATION_MS
  const operation = { name, type, instance, backup, user: invocation.account, startedAt, endsAt, isDone: false }
  project.sqlOperations = new Map([[name, operation], ...project.sqlOperations])
  return operation
}

/** Ends what is due by now. */
export const settleOperations = ({ cloud, clock }: Pick<World, 'cloud' | 'clock'>): void => {
  for (const project of cloud.projects.values()) {
    for (const operation of project.sqlOperations.values()) {
      if (!operation.isDone && operation.endsAt <= clock.now()) end(project, operation)
    }
  }
}

const end = (project: Project, operation: SqlOperation): void => {
  operation.isDone = true
  const { backup, type, endsAt } = operation
  const instance = project.sql.get(operation.instance)
  if (type === 'BACKUP_VOLUME') Object.assign(backup, { status: 'SUCCESSFUL', endedAt: endsAt })
  if (type === 'RESTORE_VOLUME' && instance) {
    instance.data = copyOf(backup.data)
    // A new instance has what was asked for; on one that was there, a restore sets this to the default.
    if (instance.state === 'RUNNABLE') instance.settings.retainedBackups = RETAINED_BACKUPS
    instance.state = 'RUNNABLE'
  }
}

/** Data that later changes leave alone. */
export const copyOf = ({ databases, users }: SqlData): SqlData => ({
  databases: structuredClone(databases),
  users: structuredClone(users),
})

/** Waits until one is done, as long as `seconds`; then fails as gcloud does, and the work goes on. */
export const waitForOperation = async (
  invocation: GcloudInvocation,
  project: Project,
  { operation, seconds }: { operation: SqlOperation; seconds: number },
): Promise<void> => {
  const { clock } = invocation.world
  const until = Math.min(operation.endsAt, clock.now() + seconds * 1000)
  clock.advance(Math.max(until - clock.now(), 0))
  while (clock.now() < until) await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  settleOperations(invocation.world)
  if (operation.isDone) return
  throw new GcloudFailure(
    `Operation ${operationLink(project, operation)} is taking longer than expected. You can continue waiting for the operation by running \`gcloud beta sql operations wait --project ${project.id} ${operation.name}\``,
  )
}
