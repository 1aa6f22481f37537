import { describe, expect, test } from 'vitest'
import { failingWithout, type Turn, type Without } from './without.ts'

/** What is taken away, what then runs, and the steps that fail then and pass otherwise. */
type Case = Omit<Without, 'fixture' | 'turns'> & Turn & { fails: readonly string[] }

const PUSH = 'scripts/deploy/tag-push-service.sh'
const VALIDATE = 'scripts/deploy/validate-deploy.sh'
const DEPLOY = 'scripts/deploy/deploy-service.sh'
const FORCE_ALL = `"docker ps -a --filter 'ancestor=$WEB_IMAGE' -q | xargs -r docker rm -f"`
const THEN = `"docker ps -a --filter 'ancestor=$REGISTRY_NAMESPACE/octavios-web:$VERSION' -q | xargs -r docker rm -f"`
/** The embedded git has no other working trees: what the steps need of one is a copy. */
const copyOf = (tag: string) => `mkdir -p ../octavios-${tag}/envs\ncp envs/.env.prod ../octavios-${tag}/envs/.env.prod`
const DEPLOYED = ['build', 'log-in', 'push-accepts', 'edit-server', 'drift-refused', 'still-previous']

const CASES: Readonly<Record<string, Case>> = {
  'a Makefile without the target': {
    id: 'incident-2025-12-05',
    steps: ['build'],
    removals: [{ file: 'Makefile', find: '\nprod.build: ## Build', replace: '\nbuild: ## Build' }],
    fails: ['build'],
  },
  'a question asked without a terminal': {
    id: 'incident-2025-12-05',
    steps: ['build', 'log-in', 'push-refuses'],
    removals: [{ file: 'scripts/deploy/lib.sh', find: '  [ -t 0 ] ||', replace: '  true ||' }],
    fails: ['push-refuses'],
  },
  'a push that goes on after a refusal': {
    id: 'incident-2025-12-05',
    steps: ['build', 'push-stops'],
    removals: [{ file: PUSH, find: ' || stop 1 "$image was not pushed', replace: ' || say "$image was not pushed' }],
    fails: ['push-stops'],
  },
  'a retry that does not log in again': {
    id: 'incident-2025-12-05',
    steps: ['build', 'push-retries'],
    removals: [{ file: PUSH, find: '        log_in || return 1\n', replace: '' }],
    fails: ['push-retries'],
  },
  'a release looked for only without a session': {
    id: 'incident-2025-12-05',
    steps: ['build', 'push-retries', 'push-released'],
    removals: [{ file: PUSH, find: '        require_unreleased "$image"\n', replace: '' }],
    fails: ['push-released'],
  },
  'variables read by bash': {
    id: 'incident-2025-12-05',
    steps: ['load-env-safe'],
    removals: [{ file: 'scripts/deploy/load-env.sh', find: '__load_env "$@"', replace: 'source "envs/.env.$1"' }],
    fails: ['load-env-safe'],
  },
  'a server that someone changed': {
    id: 'incident-2025-12-05',
    steps: DEPLOYED,
    removals: [
      {
        file: VALIDATE,
        find: "if on_server 'sha256sum --check --quiet infra/release.sha256' >/dev/null 2>&1; then",
        replace: 'if true; then',
      },
    ],
    fails: ['drift-refused', 'still-previous'],
  },
  'a Compose file that takes an absent secret for an empty one': {
    id: 'incident-2025-12-04',
    prepare: copyOf('0.2.2'),
    steps: ['remove-secret', 'try-without-secret'],
    removals: [{ file: 'infra/docker-compose.yml', find: '${SECRET_KEY:?}', replace: '${SECRET_KEY}' }],
    fails: ['try-without-secret'],
  },
  'versions with a default': {
    id: 'incident-2025-12-04',
    steps: ['try-without-version'],
    removals: [{ file: 'infra/docker-compose.registry.yml', find: '_VERSION:?}', replace: '_VERSION:-1.2.4}' }],
    fails: ['try-without-version'],
  },
  'a secret saved whatever it is': {
    id: 'incident-2025-12-04',
    steps: ['try-set-hostile'],
    removals: [{ file: 'infra/set-secret.sh', find: 'stop "quotes', replace: ': "quotes' }],
    fails: ['try-set-hostile'],
  },
  'a validation that does not look at values': {
    id: 'incident-2025-12-04',
    steps: ['log-in', 'write-by-hand', 'try-hostile'],
    removals: [{ file: 'scripts/deploy/check-env.sh', find: 'elif printf', replace: 'elif false && printf' }],
    fails: ['try-hostile'],
  },
  'a validation that does not look for images': {
    id: 'incident-2025-12-04',
    steps: ['note-production', 'log-in', 'try-absent-image', 'check-unchanged'],
    removals: [{ file: VALIDATE, find: '\ncheck_images\n', replace: '\n' }],
    fails: ['try-absent-image'],
  },
  'a deployment that changes versions before it has the images': {
    id: 'incident-2025-12-04',
    steps: ['note-production', 'log-in', 'try-absent-image', 'check-unchanged'],
    removals: [
      { file: VALIDATE, find: '\ncheck_images\n', replace: '\n' },
      { file: DEPLOY, find: 'do get_image "$service"; done', replace: 'do :; done' },
    ],
    fails: ['try-absent-image', 'check-unchanged'],
  },
  'a list of origins with a default': {
    id: 'incident-2025-12-09-cors',
    prepare: copyOf('1.2.3'),
    steps: ['try-without-origins'],
    removals: [{ file: 'infra/docker-compose.yml', find: '${CORS_ORIGINS:?}', replace: '${CORS_ORIGINS}' }],
    fails: ['try-without-origins'],
  },
  'a clean-up that forces, on the page of the incident': {
    id: 'incident-2025-12-09-cleanup',
    edits: [{ find: `"docker rm '$ENDED'"`, replace: FORCE_ALL }],
    fails: ['clean-up-guarded', 'check-left-running', 'check-site'],
  },
  'a clean-up that forces, in the runbook': {
    id: 'octavios-free-disk',
    edits: [{ find: '"docker rm \'$name\'"', replace: THEN }],
    fails: ['remove-old-image', 'check-running', 'check-site', 'check-services'],
  },
}

/** A case as something to run. */
function asked({ id, steps, prepare, fails: _, ...taken }: Case, turn: Partial<Turn> = {}): Without {
  const whole = { id, ...(steps && { steps }), ...(prepare !== undefined && { prepare }), ...turn }
  return { ...taken, fixture: 'embedded', turns: [whole] }
}

describe.each(Object.entries(CASES))('%s', (_, one) => {
  test(`stops ${one.id} at ${one.fails[0]}`, async () => {
    expect(await failingWithout(asked(one))).toEqual(one.fails)
  })

  test('and with the prevention nothing stops it', async () => {
    const { removals: _removals, returns: _returns, edits: _edits, ...untouched } = asked(one)
    expect(await failingWithout(untouched)).toEqual([])
  })
})
