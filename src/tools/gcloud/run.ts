import type { Deployment } from '../facts/cloud.ts'
import type { Port } from '../facts/containers.ts'
import type { CommandFacts } from '../facts/model.ts'
import type { GivenVariable } from '../facts/names.ts'
import { type CommandLine, flagUses, flagValue, flagValues, hasFlag, type LineWord } from '../match/line.ts'
import { splitMap } from '../match/values.ts'
import { versionsMounted } from './secrets.ts'
import { allNamed, each, first, flag, type Naming, named, together } from './words.ts'

/** Where `--set-secrets=NAME=secret:version,/path=secret:version` names secrets. */
const mountedSecrets: Naming = (line) =>
  flagValues(line, '--set-secrets', '--update-secrets').flatMap(({ word, text }) =>
    (text ?? '').split(',').flatMap((pair): LineWord[] => {
      const name = /^[^=]+=([^:]+)(:|$)/.exec(pair)?.[1]
      return name ? [{ word, text: name }] : []
    }),
  )

const usesImage = named('pushed', 'uses', flag('--image'))
const usesAccount = named('service-account', 'uses', flag('--service-account'))
const usesSecrets = named('secret', 'uses', mountedSecrets)
const usesService = named('service', 'uses', first)

const API = 'run.googleapis.com'
const IN_REGION: CommandFacts = { placed: { flag: '--region', property: 'run/region' } }
/** gcloud offers the regions in a list when it is told none. */
const OFFERED: CommandFacts = {
  asksRegion: (line) => (hasFlag(line, '--region', '--platform') ? undefined : true),
}

/** Commands about Cloud Run. */
export const RUN_COMMANDS: Readonly<Record<string, CommandFacts>> = together(
  { run: { api: API }, 'beta run': { api: API } },
  each('run', 'deploy, services update', {
    ...IN_REGION,
    ...OFFERED,
    images: flag('--image'),
    secretVersions: versionsMounted,
  }),
  {
    'run deploy': {
      deployment: (line) => ({ ...deploymentOf(line), isService: true, access: accessOf(line) }),
      reads: flag('--env-vars-file'),
      ports: listens,
      names: allNamed(usesImage, usesSecrets, usesAccount, named('service', 'makes', first)),
      makesUnnamed: (line) => (hasFlag(line, '--source') ? ['pushed'] : []),
    },
    'run services update': {
      deployment: (line) => ({ ...deploymentOf(line), isService: true }),
      names: allNamed(usesImage, usesSecrets, usesAccount, usesService),
    },
    'run jobs deploy': { ...IN_REGION, deployment: deploymentOf, images: flag('--image'), names: usesImage },
    'run services proxy': { ...IN_REGION, names: usesService, ports: proxied, waits: 'until stopped' },
    'run services logs tail': { names: usesService, waits: 'until stopped' },
    'run revisions list': { names: named('service', 'uses', flag('--service')) },
    'run jobs execute': { ...OFFERED, ...IN_REGION },
    'run services add-iam-policy-binding': {
      names: allNamed(named('service-account', 'uses', flag('--member')), usesService),
    },
  },
  each('run services', 'describe, delete, update-traffic, logs read, get-iam-policy', { names: usesService }),
  each(
    'run',
    `services describe, services delete, services update-traffic, services get-iam-policy,
    services add-iam-policy-binding, services remove-iam-policy-binding, services logs read, revisions describe,
    revisions delete`,
    { ...IN_REGION, ...OFFERED },
  ),
  each('run jobs', 'create, describe, delete, update', IN_REGION),
  { 'beta run domain-mappings create': { names: named('service', 'uses', flag('--service')) } },
  // It deletes without asking.
  { 'beta run domain-mappings delete': { asks: () => undefined } },
  each('beta run domain-mappings', 'create, describe, delete', { ...IN_REGION, ...OFFERED }),
)

function deploymentOf(line: CommandLine): Deployment {
  return {
    image: flagValue(line, '--image'),
    environment: mapped(line, '--set-env-vars', '--update-env-vars'),
    secrets: mapped(line, '--set-secrets', '--update-secrets'),
    databases: flagValues(line, '--set-cloudsql-instances', '--add-cloudsql-instances').flatMap(
      ({ text }) => text?.split(',') ?? [],
    ),
    isService: false,
  }
}

const mapped = (line: CommandLine, ...flags: readonly string[]): GivenVariable[] =>
  flagValues(line, ...flags).flatMap(({ word, text }) =>
    splitMap(text ?? '').map(([name, value]) => ({ name, value, word })),
  )

/** Whether everyone may call the service, as the line says it. */
function accessOf(line: CommandLine): NonNullable<Deployment['access']> {
  const [use] = flagUses(line, '--allow-unauthenticated')
  const word = use && line.words[use.index]
  if (!use || !word) return 'unstated'
  return { open: use.on !== false && !word.word.text.startsWith('--no-'), word }
}

function listens(line: CommandLine): readonly Port[] {
  return flagValues(line, '--port')
    .slice(-1)
    .map((word) => ({ by: 'service', word, inside: word.text }))
}

function proxied(line: CommandLine): readonly Port[] {
  return flagValues(line, '--port')
    .slice(-1)
    .map((word) => ({ by: 'proxy', word, outside: word.text }))
}
