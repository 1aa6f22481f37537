import type { EffectVerb } from '#schema/effect.ts'
import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import type { Asks, ReturnsEarly } from '../facts/terminal.ts'
import { type CommandLine, flagValue, hasFlag } from '../match/line.ts'
import { ACCESS_COMMANDS } from './access.ts'
import { BUILD_COMMANDS } from './builds.ts'
import { destinationsOf } from './destinations.ts'
import { grantOf } from './grant.ts'
import { gcloudRefusals } from './refusals.ts'
import { RUN_COMMANDS } from './run.ts'
import { SECRET_COMMANDS } from './secrets.ts'

/** What a command does, by the last word of its name. */
const VERBS: Readonly<Record<string, EffectVerb>> = {
  create: 'create',
  add: 'create',
  enable: 'update',
  submit: 'create',
  deploy: 'update',
  update: 'update',
  restore: 'update',
  wait: 'read',
  'update-traffic': 'update',
  'add-iam-policy-binding': 'update',
  delete: 'delete',
  destroy: 'delete',
  describe: 'read',
  list: 'read',
  'list-user-verified': 'read',
  access: 'read',
  read: 'read',
  tail: 'read',
  'get-iam-policy': 'read',
}

const verbOf = ({ match }: CommandLine): string => match?.path.at(-1) ?? ''

/** It asks before it deletes, or puts a backup in the place of what is there. */
const asks = (line: CommandLine): Asks | undefined =>
  /^(delete|restore)$/.test(verbOf(line)) && !hasFlag(line, '--quiet')
    ? { instead: { add: '--quiet', effect: 'delete' }, before: 'deletion' }
    : undefined

const every: CommandFacts = {
  effect: (line) => VERBS[verbOf(line)],
  asks,
  destinations: destinationsOf,
  region: (line) => flagValue(line, '--region', '--location'),
  grant: grantOf,
  removes: (line) => (verbOf(line) === 'delete' ? true : undefined),
  returnsEarly: (line): ReturnsEarly | undefined =>
    hasFlag(line, '--async')
      ? { shown: `gcloud ${line.match?.subcommand} --async`, waitedBy: /^(wait|operations)$/, same: true }
      : undefined,
}

export const facts: ToolFacts = {
  plainValues: true,
  namesOfReader: true,
  noWordOfProse: true,
  cloud: true,
  lasting: true,
  saysVersion: ['--version'],
  ready: {
    words: ['auth', 'print-access-token', '--quiet'],
    madeBy: ['auth login'],
    otherwise: { es: 'Inicia sesión: gcloud auth login', en: 'Log in: gcloud auth login' },
  },
  refuses: gcloudRefusals,
  silencedBy: { variable: 'CLOUDSDK_CORE_DISABLE_PROMPTS', setting: /^(core\/)?disable_prompts$/ },
  every,
  commands: {
    ...RUN_COMMANDS,
    ...SECRET_COMMANDS,
    ...ACCESS_COMMANDS,
    ...BUILD_COMMANDS,
    auth: { effect: undefined },
    config: { effect: undefined },
    sql: { api: 'sqladmin.googleapis.com' },
    eventarc: { api: 'eventarc.googleapis.com' },
    pubsub: { api: 'pubsub.googleapis.com' },
    init: { asks: { instead: 'person', terminal: true } },
    'logging tail': { waits: 'until stopped' },
  },
}
