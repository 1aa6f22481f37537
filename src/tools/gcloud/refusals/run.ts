import { splitMap } from '../../match/values.ts'
import { anchorOf, eachPart, isGiven, positionalsOf, type Refusal, usesOf, valueRefusal } from './refusal.ts'

const RUN = ['run']
const DEPLOYS = ['run deploy', 'run services update', 'run jobs']

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535

const port = valueRefusal({
  name: 'port-range',
  of: RUN,
  flags: ['--port'],
  exitCode: 2,
  refuse: (value, flag) =>
    value === 'default' || isPort(value)
      ? undefined
      : `argument ${flag}: Bad value [${value}]: must be an integer between 1 and 65535, inclusive, or "default".`,
})

const concurrency = valueRefusal({
  name: 'concurrency',
  of: RUN,
  flags: ['--concurrency'],
  exitCode: 2,
  refuse: (value, flag) =>
    value === 'default' || (/^\d+$/.test(value) && Number(value) > 0)
      ? undefined
      : `argument ${flag}: Bad value [${value}]: must be an integer greater than 0 or "default".`,
})

const UNITS: Record<string, number> = { '': 1, k: 1e3, M: 1e6, G: 1e9, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 }

/** Bytes of a memory limit of Cloud Run (`512Mi`, `2Gi`), or undefined when it is none. */
const memoryBytes = (text: string): number | undefined => {
  const found = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|k|M|G|)$/.exec(text)
  return found === null ? undefined : Number(found[1]) * (UNITS[found[2] as string] as number)
}

/** CPUs of a limit (`2`, `500m`), or undefined when Cloud Run has no such size. */
const cpuCount = (text: string): number | undefined => {
  const count = /^\d+m$/.test(text) ? Number(text.slice(0, -1)) / 1000 : /^\d*\.?\d+$/.test(text) ? Number(text) : NaN
  return [1, 2, 4, 6, 8].includes(count) || (count >= 0.08 && count < 1) ? count : undefined
}

const memory = valueRefusal({
  name: 'memory-size',
  of: DEPLOYS,
  flags: ['--memory'],
  refuse: (value) => {
    const bytes = memoryBytes(value)
    if (bytes === undefined) {
      return `spec.template.spec.containers.resources.limits.memory: Invalid value '${value}': must be a quantity such as 512Mi or 2Gi.`
    }
    const fits = bytes >= 128 * 2 ** 20 && bytes <= 32 * 2 ** 30
    return fits
      ? undefined
      : `spec.template.spec.containers.resources.limits.memory: ${value} is outside 128Mi to 32Gi.`
  },
})

const cpu = valueRefusal({
  name: 'cpu-count',
  of: DEPLOYS,
  flags: ['--cpu'],
  refuse: (value) =>
    cpuCount(value) === undefined
      ? `spec.template.spec.containers.resources.limits.cpu: Invalid value specified for cpu: '${value}'. Must be one of 1, 2, 4, 6, 8 or a value between 0.08 and 1.`
      : undefined,
})

const GIB = 2 ** 30
// cloud.google.com/run/docs/configuring/services/memory-limits
const leastMemory = (cpus: number): number => (cpus >= 6 ? 4 * GIB : cpus >= 4 ? 2 * GIB : 0)
const mostMemory = (cpus: number): number => (cpus >= 1 ? cpus * 4 * GIB : cpus >= 0.5 ? GIB : GIB / 2)

const cpuAndMemory: Refusal = {
  name: 'cpu-and-memory',
  of: DEPLOYS,
  find: eachPart((match) => {
    const [size] = usesOf(match, '--memory')
    const [count] = usesOf(match, '--cpu')
    const bytes = size && memoryBytes(size.value)
    const cpus = count && cpuCount(count.value)
    if (!size || !count || !bytes || !cpus || (bytes >= leastMemory(cpus) && bytes <= mostMemory(cpus))) return []
    const range = `between ${Math.max(leastMemory(cpus) / GIB, 0.125)}Gi and ${mostMemory(cpus) / GIB}Gi inclusive`
    const message = `spec.template.spec.containers.resources.limits.memory: Invalid value specified for container memory. For ${cpus} CPU, memory must be ${range}.`
    return [{ index: size.index, message }]
  }),
}

const secondsOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const units: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 }
  return [...text.matchAll(/(\d+)\s*([smhd])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (units[unit as string] ?? 0),
    0,
  )
}

const timeout = valueRefusal({
  name: 'request-timeout',
  of: ['run deploy', 'run services update'],
  flags: ['--timeout'],
  refuse: (value) =>
    secondsOf(value) > 3600
      ? `spec.template.spec.timeout_seconds: Must be greater than 0 and no greater than 3600, found ${secondsOf(value)}.`
      : undefined,
})

const shortestTimeout = valueRefusal({
  name: 'request-timeout-least',
  of: ['run deploy', 'run services update'],
  flags: ['--timeout'],
  exitCode: 2,
  refuse: (value, flag) =>
    /^\d+[smhd]?$/.test(value) && secondsOf(value) < 1
      ? `argument ${flag}: value must be greater than or equal to 1s; received: ${value}`
      : undefined,
})

const shareOfCpu: Refusal = {
  name: 'cpu-and-concurrency',
  of: ['run deploy'],
  find(match) {
    // With several containers it is their sum that counts.
    if (isGiven(match, '--container')) return []
    const [count] = usesOf(match, '--cpu')
    const cpus = count && cpuCount(count.value)
    const [together] = usesOf(match, '--concurrency')
    if (!count || !cpus || cpus >= 1 || together?.value === '1') return []
    const message =
      'spec.template.spec.containers.resources.limits.cpu: Invalid value specified for cpu. Total cpu < 1 is not supported with concurrency > 1.'
    return [{ index: count.index, message }]
  },
}

const instances = valueRefusal({
  name: 'instance-count',
  of: RUN,
  flags: ['--min-instances', '--max-instances', '--min'],
  refuse: (value) =>
    value === 'default' || /^\d+$/.test(value)
      ? undefined
      : `Instance count value ${value} is not an integer or 'default'.`,
})

const secretVersion = valueRefusal({
  name: 'secret-version',
  of: RUN,
  flags: ['--set-secrets', '--update-secrets'],
  refuse: (value) => {
    const bare = splitMap(value).find(([, secret]) => secret !== '' && !secret.includes(':'))
    if (bare === undefined) return undefined
    return `No secret version specified for ${bare[0]}. Use ${bare[0]}:latest to reference the latest version.`
  },
})

const RESERVED = ['PORT', 'K_SERVICE', 'K_REVISION', 'K_CONFIGURATION']

const reservedNames = valueRefusal({
  name: 'reserved-variable',
  of: DEPLOYS,
  flags: ['--set-env-vars', '--update-env-vars', '--set-secrets', '--update-secrets'],
  refuse: (value) => {
    const taken = splitMap(value)
      .map(([name]) => name)
      .filter((name) => RESERVED.includes(name))
    if (taken.length === 0) return undefined
    return `spec.template.spec.containers[0].env: The following reserved env names were provided: ${taken.join(', ')}. These values are automatically set by the system.`
  },
})

const traffic = valueRefusal({
  name: 'traffic-split',
  of: ['run services update-traffic'],
  flags: ['--to-revisions', '--to-tags'],
  refuse: (value) => {
    const shares = splitMap(value).map(([, share]) => share)
    const odd = shares.find((share) => !/^-?\d+$/.test(share))
    if (odd !== undefined) return `Traffic percentage value ${odd} is not an integer.`
    const outside = splitMap(value).find(([, share]) => Number(share) < 0 || Number(share) > 100)
    if (outside) return `New traffic for target ${outside[0]} is ${outside[1]}, not between 0 and 100`
    return shares.reduce((sum, share) => sum + Number(share), 0) > 100
      ? 'Over 100% of traffic is specified.'
      : undefined
  },
})

const imageNeeded: Refusal = {
  name: 'image-needed',
  of: ['run deploy'],
  find: (match) =>
    isGiven(match, '--image', '--source', '--container')
      ? []
      : [
          {
            index: anchorOf(match),
            message:
              'Missing required argument [--image]: Requires a container image to deploy (e.g. `gcr.io/cloudrun/hello:latest`) if no build source is provided.',
          },
        ],
}

const imageAndSource: Refusal = {
  name: 'image-and-source',
  of: ['run deploy'],
  find: eachPart((match) => {
    const uses = match.flags.filter((use) => use.name === '--image' || use.name === '--source')
    const last = uses.at(-1)
    if (last === undefined || new Set(uses.map((use) => use.name)).size < 2) return []
    return [
      {
        index: last.index,
        message:
          'Only one of --image, which deploys what was built, and --source, which builds again, can decide what runs.',
      },
    ]
  }),
}

const SERVICE_NAME = /^[a-z]([-a-z0-9]{0,47}[a-z0-9])?$/

const serviceName: Refusal = {
  name: 'service-name',
  of: ['run deploy', 'run services'],
  find: (match) =>
    positionalsOf(match, 'SERVICE').flatMap(({ index, value }) =>
      SERVICE_NAME.test(value)
        ? []
        : [
            {
              index,
              message:
                "metadata.name: Resource name must use only lowercase letters, numbers and '-'. Must begin with a letter and cannot end with a '-'. Maximum length is 49 characters.",
            },
          ],
    ),
}

/** Rules of `gcloud run`. */
export const RUN_REFUSALS: readonly Refusal[] = [
  port,
  concurrency,
  memory,
  cpu,
  cpuAndMemory,
  timeout,
  shortestTimeout,
  shareOfCpu,
  instances,
  secretVersion,
  reservedNames,
  traffic,
  imageNeeded,
  imageAndSource,
  serviceName,
]
