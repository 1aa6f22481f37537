import { splitMap } from '#tools/match/values.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Project } from '../state.ts'
import type { EnvSource, Template } from './service-state.ts'

/** Flags that shape a revision. */
export const TEMPLATE_FLAGS = [
  '--image',
  '--port',
  '--set-env-vars',
  '--update-env-vars',
  '--remove-env-vars',
  '--clear-env-vars',
  '--set-secrets',
  '--update-secrets',
  '--remove-secrets',
  '--clear-secrets',
  '--add-cloudsql-instances',
  '--set-cloudsql-instances',
  '--remove-cloudsql-instances',
  '--clear-cloudsql-instances',
  '--service-account',
  '--memory',
  '--cpu',
  '--concurrency',
  '--timeout',
  '--min-instances',
  '--max-instances',
  '--command',
  '--args',
  '--cpu-boost',
  '--cpu-throttling',
  '--execution-environment',
  '--session-affinity',
  '--labels',
  '--update-labels',
  '--startup-probe',
  '--liveness-probe',
] as const

/** What a service runs when nothing is said. */
const defaults = (project: Project): Template => ({
  image: '',
  port: 8080,
  env: {},
  serviceAccount: `${project.number}-compute@developer.gserviceaccount.com`,
  cloudSql: [],
  memory: '512Mi',
  cpu: '1000m',
  concurrency: 80,
  timeoutSeconds: 300,
  minInstances: undefined,
  maxInstances: undefined,
  command: [],
  args: [],
  labels: {},
  cpuBoost: true,
  cpuThrottling: true,
  executionEnvironment: undefined,
  sessionAffinity: false,
  startupProbe: undefined,
  livenessProbe: undefined,
})

/** The next template of a service: the last one (or the defaults) with what the flags change. */
export const nextTemplate = (invocation: GcloudInvocation, project: Project, last: Template | undefined): Template => {
  const base = last ?? defaults(project)
  return {
    ...base,
    image: invocation.flag('--image') ?? base.image,
    port: count(invocation, '--port', 8080) ?? base.port,
    env: nextSecrets(invocation, nextLiterals(invocation, base.env)),
    serviceAccount: invocation.flag('--service-account') ?? base.serviceAccount,
    cloudSql: nextInstances(invocation, base.cloudSql),
    labels: {
      ...(invocation.has('--labels') ? {} : base.labels),
      ...invocation.map('--labels'),
      ...invocation.map('--update-labels'),
    },
    ...resources(invocation, base),
    ...behaviour(invocation, base),
  }
}

const resources = (invocation: GcloudInvocation, base: Template) => ({
  memory: invocation.flag('--memory') ?? base.memory,
  cpu: invocation.flag('--cpu') ?? base.cpu,
  concurrency: count(invocation, '--concurrency', 80) ?? base.concurrency,
  timeoutSeconds: seconds(invocation.flag('--timeout')) ?? base.timeoutSeconds,
  minInstances: invocation.has('--min-instances') ? count(invocation, '--min-instances', undefined) : base.minInstances,
  maxInstances: invocation.has('--max-instances') ? count(invocation, '--max-instances', undefined) : base.maxInstances,
})

const behaviour = (invocation: GcloudInvocation, base: Template) => ({
  command: invocation.has('--command') ? invocation.list('--command') : base.command,
  args: invocation.has('--args') ? invocation.list('--args') : base.args,
  cpuBoost: invocation.switch('--cpu-boost') ?? base.cpuBoost,
  cpuThrottling: invocation.switch('--cpu-throttling') ?? base.cpuThrottling,
  executionEnvironment: invocation.flag('--execution-environment') ?? base.executionEnvironment,
  sessionAffinity: invocation.switch('--session-affinity') ?? base.sessionAffinity,
  startupProbe: invocation.has('--startup-probe') ? invocation.map('--startup-probe') : base.startupProbe,
  livenessProbe: invocation.has('--liveness-probe') ? invocation.map('--liveness-probe') : base.livenessProbe,
})

const count = (invocation: GcloudInvocation, flag: string, standard: number | undefined): number | undefined => {
  const text = invocation.flag(flag)
  return text === 'default' ? standard : text === undefined ? undefined : Number(text)
}

const seconds = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  const units: Record<string, number> = { s: 1, m: 60, h: 3600 }
  return [...text.matchAll(/(\d+)\s*([smh])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (units[unit as string] ?? 0),
    0,
  )
}

type Env = Template['env']

const nextLiterals = (invocation: GcloudInvocation, env: Env): Env => {
  const replaces = invocation.has('--set-env-vars') || invocation.switch('--clear-env-vars')
  const dropped = invocation.list('--remove-env-vars')
  const kept = keep(env, (name, source) => source.kind !== 'literal' || !(replaces || dropped.includes(name)))
  const given = { ...invocation.map('--set-env-vars'), ...invocation.map('--update-env-vars') }
  const wrong = Object.keys(given).find((name) => kept[name]?.kind === 'secret')
  if (wrong !== undefined) throw new GcloudFailure(typeChange(wrong, 'string literal'))
  return {
    ...kept,
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { kind: 'literal', value }])),
  }
}

const nextSecrets = (invocation: GcloudInvocation, env: Env): Env => {
  const replaces = invocation.has('--set-secrets') || invocation.switch('--clear-secrets')
  const dropped = invocation.list('--remove-secrets')
  const kept = keep(env, (name, source) => source.kind !== 'secret' || !(replaces || dropped.includes(name)))
  const given = [
    ...splitMap(invocation.flag('--set-secrets') ?? ''),
    ...splitMap(invocation.flag('--update-secrets') ?? ''),
  ]
  const wrong = given.find(([name]) => kept[name]?.kind === 'literal')
  if (wrong !== undefined) throw new GcloudFailure(typeChange(wrong[0], 'the given type'))
  return { ...kept, ...Object.fromEntries(given.map(([name, text]) => [name, secretSource(text)])) }
}

const typeChange = (name: string, to: string): string =>
  `Cannot update environment variable [${name}] to ${to} because it has already been set with a different type.`

const secretSource = (text: string): EnvSource => {
  const colon = text.lastIndexOf(':')
  return { kind: 'secret', secret: text.slice(0, colon), version: text.slice(colon + 1) }
}

const keep = (env: Env, test: (name: string, source: EnvSource) => boolean): Env =>
  Object.fromEntries(Object.entries(env).filter(([name, source]) => test(name, source)))

const nextInstances = (invocation: GcloudInvocation, instances: readonly string[]): readonly string[] => {
  const fresh = invocation.has('--set-cloudsql-instances') || invocation.switch('--clear-cloudsql-instances')
  const added = [...invocation.list('--set-cloudsql-instances'), ...invocation.list('--add-cloudsql-instances')].map(
    (name) => fullName(invocation, name),
  )
  const dropped = invocation.list('--remove-cloudsql-instances').map((name) => fullName(invocation, name))
  return [...new Set([...(fresh ? [] : instances), ...added])].filter((name) => !dropped.includes(name))
}

const fullName = (invocation: GcloudInvocation, text: string): string => {
  const parts = text.split(':')
  if (parts.length === 3) return text
  if (parts.length > 1) throw new GcloudFailure(`Malformed CloudSQL instance string: ${text}`)
  return `${invocation.property('core/project')}:${invocation.property('run/region')}:${text}`
}
