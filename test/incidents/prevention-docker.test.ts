import { beforeAll, describe, expect, test } from 'vitest'
import { BUILD_MS, dockerAvailable } from '../support/docker.ts'
import { failingWithout, type Without } from './without.ts'

/**
 * What only real tools show: images with keys in them, Python inside containers, hooks of git, what a shell
 * exports. None of these disturbs another, so one fixture lacks them all, and runs only the steps that tell.
 */
const WITHOUT: Without = {
  fixture: 'docker',
  returns: [
    { file: 'infra/docker-compose.yml', tag: 'v1.2.3' },
    { file: 'apps/backend/Dockerfile', tag: 'v1.2.3' },
    { file: 'apps/backend/app/settings.py', tag: 'v1.2.3' },
    { file: 'scripts/deploy/load-env.sh', tag: 'v1.2.2' },
  ],
  removals: [
    { file: 'infra/compose.sh', find: 'env -i HOME="$HOME" PATH="$PATH" ', replace: '' },
    { file: '.githooks/pre-commit', find: ` | sed -E 's/\\$\\{[^}]*\\}//g' |`, replace: ' |' },
  ],
  turns: [
    {
      id: 'incident-2025-12-09-api-key',
      steps: [
        'check-out-then',
        'save-old',
        'build-then',
        'start-then',
        'start-provider',
        'save-new',
        'recreate-today',
        'check-new-key',
        'check-chat',
        'build-today',
        'check-image-today',
      ],
    },
    {
      id: 'incident-2025-12-09-cors',
      steps: ['start-today', 'try-csv-today', 'try-stripped-today', 'check-load-env', 'check-shell-loses'],
    },
    { id: 'incident-2025-12-05', steps: ['scanner-on', 'today-tree', 'template-passes'] },
    {
      id: 'incident-2025-12-05',
      prepare:
        'grep -q "^    status=1$" ../octavios-now/.githooks/pre-commit\nsed -i "/^    status=1$/d" ../octavios-now/.githooks/pre-commit',
      steps: ['password-blocked'],
    },
  ],
}

const GUARDS: Readonly<Record<string, readonly string[]>> = {
  'a key that Compose does not give': ['check-new-key', 'check-chat'],
  'a key in the image': ['check-image-today'],
  'a list that is JSON or nothing': ['try-csv-today', 'try-stripped-today'],
  'variables read by bash': ['check-load-env'],
  'a shell that wins over the file': ['check-shell-loses'],
  'a scanner that takes templates for passwords': ['template-passes'],
  'a scanner that finds and lets pass': ['password-blocked'],
}

describe.skipIf(!dockerAvailable)('without its prevention, a page fails where it proves it', () => {
  let failed: readonly string[] = []

  beforeAll(async () => {
    failed = await failingWithout(WITHOUT)
  }, BUILD_MS)

  test.each(Object.entries(GUARDS))('%s', (_, steps) => {
    expect(failed).toEqual(expect.arrayContaining([...steps]))
  })

  test('and nowhere else', () => {
    expect(failed).toEqual(Object.values(GUARDS).flat())
  })
})
