import { splitMap } from '#tools/match/values.ts'
import type { CloudCommand } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { serviceUrl, tagUrl } from './address.ts'
import { type FoundService, findService } from './find-service.ts'
import { listen, unlisten } from './serve.ts'
import { latestReady, type RunService, type TrafficTarget } from './service-state.ts'

const FLAGS = [
  '--to-revisions',
  '--to-latest',
  '--to-tags',
  '--set-tags',
  '--update-tags',
  '--remove-tags',
  '--clear-tags',
]

const updateTraffic = (invocation: GcloudInvocation): Reply => {
  if (!FLAGS.some((flag) => invocation.has(flag))) throw new GcloudFailure('No traffic configuration change requested.')
  const found = findService(invocation)
  const { service } = found
  const before = JSON.stringify(service.traffic)
  const next = retag(invocation, service, split(invocation, service))
  needRevisions(service, next)
  unlisten({ world: invocation.world, ...found })
  service.traffic = next
  service.generation += 1
  service.credit.clear()
  listen({ world: invocation.world, ...found })
  invocation.effect(before === JSON.stringify(next) ? 'read' : 'update', 'run.traffic', service.name)
  return { stderr: 'Updating traffic...\nRouting traffic.....done\nDone.\n', stdout: summary(found) }
}

/** Percentages after `--to-…`; what is left goes to the other targets in proportion. */
const split = (invocation: GcloudInvocation, service: RunService): TrafficTarget[] => {
  const tags = service.traffic.filter(({ tag }) => tag !== undefined).map((target) => ({ ...target, percent: 0 }))
  if (invocation.switch('--to-latest')) return [{ revision: undefined, percent: 100, tag: undefined }, ...tags]
  const given = requested(invocation, service)
  if (given.length === 0) return service.traffic
  const left = 100 - given.reduce((sum, { percent }) => sum + percent, 0)
  const others = merged(service).filter(({ revision }) => !given.some((target) => target.revision === revision))
  if (left > 0 && others.length === 0) {
    throw new GcloudFailure('Every target with traffic is updated but 100% of traffic has not been specified.')
  }
  const shares = [...given, ...spread(others, left)].filter(({ percent }) => percent > 0)
  return [...shares, ...tags]
}

const requested = (invocation: GcloudInvocation, service: RunService): TrafficTarget[] => {
  const byName = splitMap(invocation.flag('--to-revisions') ?? '').map(([name, percent]) => ({
    revision: name === 'LATEST' ? undefined : name,
    percent: Number(percent),
    tag: undefined,
  }))
  const byTag = splitMap(invocation.flag('--to-tags') ?? '').map(([tag, percent]) => {
    const target = service.traffic.find((one) => one.tag === tag)
    if (target === undefined) throw new GcloudFailure(`No revision is tagged ${tag}.`)
    return { revision: target.revision, percent: Number(percent), tag: undefined }
  })
  return [...byName, ...byTag]
}

const merged = (service: RunService): TrafficTarget[] => {
  const shares = service.traffic.filter(({ percent }) => percent > 0)
  return shares.map(({ revision, percent }) => ({ revision, percent, tag: undefined }))
}

/** Shares `left` in proportion, in whole percents that add up. */
const spread = (targets: readonly TrafficTarget[], left: number): TrafficTarget[] => {
  const total = targets.reduce((sum, { percent }) => sum + percent, 0)
  const floors = targets.map((target) => ({ ...target, percent: Math.floor((target.percent * left) / total) }))
  let rest = left - floors.reduce((sum, { percent }) => sum + percent, 0)
  return floors.map((target) => {
    const extra = rest > 0 ? 1 : 0
    rest -= extra
    return { ...target, percent: target.percent + extra }
  })
}

const retag = (invocation: GcloudInvocation, service: RunService, traffic: TrafficTarget[]): TrafficTarget[] => {
  const given = Object.entries({ ...invocation.map('--set-tags'), ...invocation.map('--update-tags') })
  const dropAll = invocation.has('--set-tags') || invocation.switch('--clear-tags')
  const dropped = new Set([...invocation.list('--remove-tags'), ...given.map(([tag]) => tag)])
  const kept = traffic.filter(({ tag }) => tag === undefined || !(dropAll || dropped.has(tag)))
  const added = given.map(([tag, name]) => ({
    revision: name === 'LATEST' ? latestReady(service)?.name : name,
    percent: 0,
    tag,
  }))
  return [...kept, ...added]
}

const needRevisions = (service: RunService, traffic: readonly TrafficTarget[]): void => {
  for (const { revision } of traffic) {
    const found =
      revision === undefined ? latestReady(service) : service.revisions.find(({ name }) => name === revision)
    if (found === undefined)
      throw new GcloudFailure(`Revision '${revision}' of service '${service.name}' does not exist.`)
    if (found.failure !== undefined)
      throw new GcloudFailure(`Revision '${found.name}' is not ready and cannot serve traffic.`)
  }
}

/** The traffic gcloud shows after a change. */
const summary = ({ project, service }: FoundService): string => {
  const shares = service.traffic.filter(({ percent }) => percent > 0)
  const names = shares.map(({ revision, percent }) => ({
    percent: `${percent}%`,
    name: revision ?? `LATEST (currently ${latestReady(service)?.name})`,
  }))
  const width = Math.max(...names.map(({ percent }) => percent.length))
  const lines = names.map(({ percent, name }) => `  ${percent.padEnd(width)} ${name}`)
  const tags = service.traffic.flatMap(({ tag, revision }) =>
    tag === undefined
      ? []
      : [
          `  0%${' '.repeat(Math.max(width - 2, 0))} ${revision ?? latestReady(service)?.name}\n         ${tag}: ${tagUrl(project, service, tag)}`,
        ],
  )
  return `URL: ${serviceUrl(project, service)}\nTraffic:\n${[...lines, ...tags].join('\n')}\n`
}

/** `gcloud run services update-traffic`. */
export const TRAFFIC_COMMANDS: Readonly<Record<string, CloudCommand>> = {
  'run services update-traffic': { flags: [...FLAGS, '--region'], run: updateTraffic },
}
