import type { Trigger } from '../facts/cloud.ts'
import type { RegistryLogin } from '../facts/containers.ts'
import type { CommandFacts } from '../facts/model.ts'
import type { Asks } from '../facts/terminal.ts'
import { type CommandLine, flagValue, flagValues, hasFlag, positionals } from '../match/line.ts'
import { each, first, flag, named, together } from './words.ts'

const usesAccount = named('service-account', 'uses', first)
const member = named('service-account', 'uses', flag('--member'))
const project: CommandFacts = { project: (line) => positionals(line)[0] }
const asksToLogIn = (line: CommandLine): Asks | undefined =>
  hasFlag(line, '--cred-file') ? undefined : { instead: 'person', terminal: true }

/** Commands about accounts, projects, logins and what may be used. */
export const ACCESS_COMMANDS: Readonly<Record<string, CommandFacts>> = together(
  {
    'iam service-accounts create': { names: named('service-account', 'makes', first) },
    'projects add-iam-policy-binding': { names: member },
    'projects remove-iam-policy-binding': { names: member },
    'billing projects describe': project,
    'services enable': { enables: positionals },
    'config set': { setting: (line) => ({ name: positionals(line)[0]?.text }) },
    'auth login': { asks: asksToLogIn },
    'auth application-default login': { asks: asksToLogIn },
    'auth print-identity-token': { accounts: positionals },
    'auth print-access-token': { accounts: positionals },
    'auth configure-docker': { login: dockerLogin },
    'eventarc triggers create': {
      trigger: triggerOf,
      names: named('service-account', 'uses', flag('--service-account')),
    },
    'domains verify': { asks: () => ({ instead: 'person', terminal: true }) },
    'storage buckets create': { names: named('bucket', 'makes', first) },
  },
  each('iam service-accounts', 'describe, delete, add-iam-policy-binding, get-iam-policy', { names: usesAccount }),
  each('projects', 'describe, add-iam-policy-binding, remove-iam-policy-binding, get-iam-policy', project),
)

/** Without a host it sets up gcr.io and its kin alone (gcloud reference). */
function dockerLogin(line: CommandLine): RegistryLogin {
  const hosts = positionals(line)
  return { hosts, users: [], ...(hosts.length === 0 && { leavesOut: 'Artifact Registry' }) }
}

function triggerOf(line: CommandLine): Trigger {
  return {
    bucket: flagValues(line, '--event-filters').flatMap(({ text }) => /^bucket=(.+)$/.exec(text ?? '')?.[1] ?? [])[0],
    location: flagValue(line, '--location'),
    account: flagValue(line, '--service-account')?.text,
  }
}
