import type { CommandFacts } from '../facts/model.ts'
import { flagValue, flagValues } from '../match/line.ts'
import { allNamed, each, first, flag, named, together } from './words.ts'

const uses = named('repository', 'uses', first)
const IN_LOCATION: CommandFacts = { placed: { flag: '--location', property: 'artifacts/location' } }

/** Commands about Cloud Build and Artifact Registry. */
export const BUILD_COMMANDS: Readonly<Record<string, CommandFacts>> = together(
  {
    builds: { api: 'cloudbuild.googleapis.com' },
    artifacts: { api: 'artifactregistry.googleapis.com' },
    'builds submit': {
      submits: (line) => ({
        config: flagValue(line, '--config'),
        substitutions: flagValues(line, '--substitutions'),
        project: flagValue(line, '--project'),
      }),
      images: flag('--tag'),
      names: named('pushed', 'makes', flag('--tag')),
      reads: flag('--config'),
      instructions: flag('--config'),
    },
    'builds triggers create github': {
      effect: () => 'create',
      names: named('service-account', 'uses', flag('--service-account')),
    },
    // A build and what it makes.
    'builds triggers run': { effect: () => 'create' },
    // It deletes without asking.
    'builds triggers delete': { asks: () => undefined },
    'artifacts repositories create': { names: named('repository', 'makes', first) },
    'artifacts repositories add-iam-policy-binding': {
      names: allNamed(named('service-account', 'uses', flag('--member')), uses),
    },
  },
  each('artifacts repositories', 'describe, delete, update', { names: uses }),
  each(
    'artifacts repositories',
    'create, describe, delete, update, add-iam-policy-binding, remove-iam-policy-binding, get-iam-policy',
    IN_LOCATION,
  ),
)
