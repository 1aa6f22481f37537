import { beforeAll, describe, expect, test } from 'vitest'
import { engineAnswers } from '#fixture/docker/engine.ts'
import { requireOrSkip } from '../require.ts'
import { fixtureImage } from '../support/page-run.ts'
import { failingWithout, type Without } from './without.ts'

const available = requireOrSkip('a Docker engine', await engineAnswers())
/** A first build of the image takes minutes. */
const BUILD_MS = 1_200_000
/** Machines at once: each builds images, and this is what two cores carry. */
const AT_ONCE = 2

const PRUNE = "'docker container prune --force'"
const THEN = `"docker ps -a --filter 'ancestor=$REGISTRY_NAMESPACE/octavios-web:$VERSION' -q | xargs -r docker rm -f"`

/** What each page proves with, taken away; and the steps that then fail. Its reproduction holds in either case. */
const CASES: Readonly<Record<string, Without & { fails: readonly string[] }>> = {
  'a key in the image, and not in Compose': {
    id: 'incident-2025-12-09-api-key',
    returns: [
      { file: 'infra/docker-compose.yml', tag: 'v1.2.3' },
      { file: 'apps/backend/Dockerfile', tag: 'v1.2.3' },
    ],
    fails: ['check-new-key', 'check-chat', 'check-image-today'],
  },
  'a list that is JSON or nothing, and shells that win over files': {
    id: 'incident-2025-12-09-cors',
    removals: [
      { file: 'infra/compose.sh', find: 'env -i HOME="$HOME" PATH="$PATH" ', replace: '' },
      { file: 'infra/docker-compose.yml', find: '${CORS_ORIGINS:?}', replace: '${CORS_ORIGINS}' },
    ],
    returns: [
      { file: 'apps/backend/app/settings.py', tag: 'v1.2.3' },
      { file: 'scripts/deploy/load-env.sh', tag: 'v1.2.2' },
    ],
    fails: ['try-csv-today', 'try-stripped-today', 'check-load-env', 'check-shell-loses', 'try-without-origins'],
  },
  'a validation that looks at neither values nor images': {
    id: 'incident-2025-12-04',
    removals: [
      { file: 'infra/docker-compose.yml', find: '${SECRET_KEY:?}', replace: '${SECRET_KEY}' },
      { file: 'infra/docker-compose.registry.yml', find: '_VERSION:?}', replace: '_VERSION:-1.2.4}' },
      { file: 'infra/set-secret.sh', find: 'stop "quotes', replace: ': "quotes' },
      { file: 'scripts/deploy/validate-deploy.sh', find: '\ncheck_images\n', replace: '\n' },
      { file: 'scripts/deploy/validate-deploy.sh', find: 'elif printf', replace: 'elif false && printf' },
    ],
    fails: [
      'try-without-secret',
      'try-without-version',
      'try-set-hostile',
      'try-hostile',
      'try-absent-image',
      'check-unchanged',
    ],
  },
  'a clean-up that forces, on the page of the incident': {
    id: 'incident-2025-12-09-cleanup',
    edits: [{ find: PRUNE, replace: THEN }],
    fails: ['clean-up-guarded', 'check-left-running', 'check-site'],
  },
  'a clean-up that forces, in the runbook': {
    id: 'octavios-free-disk',
    edits: [{ find: PRUNE, replace: THEN }],
    fails: ['remove-containers', 'remove-old-image', 'check-running', 'check-site', 'check-guard'],
  },
}

const found = new Map<string, readonly string[]>()
const stopped = new Map<string, unknown>()

describe.skipIf(!available)('without its prevention, a page fails where it proves it', () => {
  beforeAll(async () => {
    await fixtureImage()
    const waiting = Object.entries(CASES)
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [name, without] = next
        await failingWithout(without).then(
          (fails) => found.set(name, fails),
          (error: unknown) => stopped.set(name, error),
        )
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }, BUILD_MS)

  test.each(Object.entries(CASES))('%s', (name, { fails }) => {
    if (stopped.has(name)) throw stopped.get(name)
    expect(found.get(name)).toEqual(fails)
  })
})
