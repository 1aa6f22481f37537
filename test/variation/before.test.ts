import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { varyProcedure } from '../../src/variation/vary-procedure.ts'
import { subjectOf } from '../support/vary.ts'

/**
 * The pages and the world of Octavios as they were when every page was green and the first steps failed on any other
 * server: what variations find in them. Pages are as they were but for their headers: those name the situation, which a
 * file's name did, and give a user and an account types of their own.
 */
const FOLDER = 'test/variation/before'

function pageAsItWas(id: string, situation?: string): string {
  const text = readFileSync(`${FOLDER}/pages/${id}.md`, 'utf8')
  const steps = [...text.matchAll(/^```bash.* step=(\S+)/gm)].map(([, step]) => step)
  const procedure = `  procedures: [{ id: all, title: Todo, when: Siempre, steps: [${steps.join(', ')}], situation: ${situation} }]`
  return text
    .replace(/( {2}system: octavios)\n/, situation ? `$1\n${procedure}\n` : '$1\n')
    .replace(/(DEPLOY_USER:\n *type:) text/, '$1 user')
    .replace(/(REGISTRY_NAMESPACE:\n *type:) text/, '$1 name')
}

interface Old {
  id: string
  situation?: string
  /** The variations tried; as many as there are. */
  changes: readonly string[]
}

/** Line of the page, difference and message of what is found. */
async function found({ id, situation, changes }: Old): Promise<string> {
  const sources = new Map([[`content/docs/runbooks/${id}.md`, pageAsItWas(id, situation)]])
  const subject = await subjectOf({ sources, id, directory: `${FOLDER}/octavios` })
  const tried = Object.fromEntries(Object.entries(subject.variations).filter(([name]) => changes.includes(name)))
  const { findings } = await varyProcedure({ ...subject, variations: tried }, { count: changes.length, seed: 12 })
  const added = situation ? 1 : 0
  return findings
    .map(({ line, message }) => `${line - added}: ${message.replace(/^The procedure \S+ /, '')}`)
    .join('\n\n')
}

describe('what variations find in the pages as they were', { timeout: 300_000 }, () => {
  test('free-disk: the only container that ended, and the versions of the example', async () => {
    expect(
      await found({ id: 'octavios-free-disk', situation: 'octavios-free-disk', changes: ['other-container'] }),
    ).toMatchInlineSnapshot(`
      "74: does not hold with "another container has ended".
      Step "list-exited" did not print what the page promises (whole).
      Expected: octavios-old-check
      Found: octavios-old-check
      octavios-migration

      109: does not hold with OLD_VERSION=a205ebc (instead of 1.2.3).
      Step "remove-old-image" ended with status 1; expected 0. Last message: Error response from daemon: No such image: my-team/octavios-backend:a205ebc

      175: does not hold with VERSION=6.0.0-rc.6 (instead of 1.2.4).
      Step "check-guard" did not print what the page promises (contains).
      Expected: [..]conflict: unable to remove repository reference[..]
      Found: Error response from daemon: No such image: my-team/octavios-web:6.0.0-rc.6"
    `)
  })

  test('triage: a secret of 5 characters', async () => {
    const situation = 'octavios-triage-crash-loop'
    expect(await found({ id: situation, situation, changes: ['other-short-secret'] })).toMatchInlineSnapshot(`
      "90: does not hold with "the short secret is another one".
      Step "check-length" did not print what the page promises (whole).
      Expected: 5
      Found: 12"
    `)
  })

  test('validate: secrets of 35 characters, and the version of the example', async () => {
    expect(await found({ id: 'octavios-validate', changes: ['longer-secrets'] })).toMatchInlineSnapshot(`
      "69: does not hold with VERSION=39.22.94 (instead of 1.2.4).
      Step "validate" ended with status 1; expected 0. Last message: validate-deploy.sh: 4 errors: 39.22.94 cannot be deployed

      73: does not hold with "the secrets are longer".
      Step "validate" did not print what the page promises (contains).
      Expected: ok       environment  SECRET_KEY has 35 characters
      Found: ok       environment  SECRET_KEY has 64 characters
      ok       environment  JWT_SECRET_KEY has 35 characters
      ok       image        my-team/octavios-backend:1.2.4 is in the registry
      ok       image        my-team/octavios-web:1.2.4 is in the registry
      ok       image        my-team/octavios-file-manager:1.2.4 is in the registry
      ok       image        my-team/octavios-bank-advisor:1.2.4 is in the registry
      ok       git          nothing to commit
      ok       compose      the files of infra are valid together
      …"
    `)
  })

  test('granular-deploy: that exactly the backend changed, and the versions of the example', async () => {
    expect(await found({ id: 'octavios-granular-deploy', changes: ['two-services-changed'] })).toMatchInlineSnapshot(`
      "81: does not hold with PREVIOUS_VERSION=v3.7.15 (instead of 1.2.4).
      Step "check-running" did not print what the page promises (json).
      Expected: "v3.7.15"
      Found: "1.2.4"

      94: does not hold with "two services changed".
      Step "detect-changes" did not print what the page promises (whole).
      Expected: backend
      Found: backend web"
    `)
  })

  test('rollback: that the service is healthy, and nobody touched the server', async () => {
    const changes = ['service-down', 'drift']
    expect(await found({ id: 'octavios-rollback', situation: 'octavios-rollback', changes })).toMatchInlineSnapshot(`
      "72: does not hold with PREVIOUS_VERSION=3.25 (instead of 1.2.4).
      Step "check-image" ended with status 1; expected 0. Last message: no such manifest: docker.io/my-team/octavios-backend:3.25

      86: does not hold with "somebody changed infra on the server".
      Step "roll-back" ended with status 1; expected 0. Last message: validate-deploy.sh: 1 errors: 1.2.4 cannot be deployed

      48: does not hold with "the backend does not answer".
      Step "check-running" ended with status 22; expected 0. Last message: curl: (22) The requested URL returned error: 502"
    `)
  })

  test('full-release: one version for all services', async () => {
    expect(await found({ id: 'octavios-full-release', changes: ['other-web-version'] })).toMatchInlineSnapshot(`
      "53: does not hold with "the web has another version".
      Step "check-running" did not print what the page promises (contains).
      Expected: WEB_VERSION=1.2.4
      Found: WEB_VERSION=1.2.4-1
      FILE_MANAGER_VERSION=1.2.4
      BANK_ADVISOR_VERSION=1.2.4

      52: does not hold with PREVIOUS_VERSION=v9.11.18 (instead of 1.2.4).
      Step "check-running" did not print what the page promises (contains).
      Expected: BACKEND_VERSION=v9.11.18
      Found: REGISTRY_NAMESPACE=my-team
      BACKEND_VERSION=1.2.4
      WEB_VERSION=1.2.4
      FILE_MANAGER_VERSION=1.2.4
      BANK_ADVISOR_VERSION=1.2.4"
    `)
  })

  test('logs-and-health: one start, and a password of 19 characters', async () => {
    expect(await found({ id: 'logs-and-health', changes: ['restarted', 'longer-secrets'] })).toMatchInlineSnapshot(`
      "103: does not hold with "the backend was restarted today".
      Step "since" did not print what the page promises (whole).
      Expected: 1
      Found: 2

      136: does not hold with "the secrets are longer".
      Step "configuration" did not print what the page promises (json).
      Expected: 19
      Found: 64"
    `)
  })
})
