import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { engineAnswers } from '#fixture/docker/engine.ts'
import { shippedPages } from '../faults/pages.ts'
import { requireOrSkip } from '../require.ts'
import { fixtureImage, runPages } from '../support/page-run.ts'
import { type Failed, failedSteps, type Guard, walkGuards, weakened } from './guards.ts'

const available = requireOrSkip('a Docker engine', await engineAnswers())
/** A first build of the image takes minutes. */
const BUILD_MS = 1_200_000
const ID = 'incident-2025-12-05'
const pages = shippedPages()

const PUSH = 'scripts/deploy/tag-push-service.sh'
const GUARDS: readonly Guard[] = [
  {
    name: 'a Makefile without the target',
    step: 'build',
    file: 'Makefile',
    find: '\nprod.build: ## Build',
    replace: '\nbuild: ## Build',
  },
  {
    name: 'a question asked without a terminal',
    step: 'push-refuses',
    file: 'scripts/deploy/lib.sh',
    find: '  [ -t 0 ] ||',
    replace: '  true ||',
  },
  {
    name: 'a push that goes on after a refusal',
    step: 'push-stops',
    file: PUSH,
    find: ' || stop 1 "$image was not pushed',
    replace: ' || say "$image was not pushed',
  },
  {
    name: 'a retry that does not log in again',
    step: 'push-retries',
    file: PUSH,
    find: '        log_in || return 1\n',
    replace: '',
  },
  {
    name: 'a release looked for only without a session',
    step: 'push-released',
    file: PUSH,
    find: '        require_unreleased "$image"\n',
    replace: '',
  },
  {
    name: 'variables read by bash',
    step: 'load-env-safe',
    file: 'scripts/deploy/load-env.sh',
    find: '__load_env "$@"',
    replace: 'source "envs/.env.$1"',
    undo: 'unset SECRET_KEY JWT_SECRET_KEY',
  },
  {
    name: 'a scanner that takes templates for passwords',
    step: 'template-passes',
    file: '.githooks/pre-commit',
    find: ` | sed -E 's/\\$\\{[^}]*\\}//g' |`,
    replace: ' |',
    tree: 'octavios-now',
  },
  {
    name: 'a scanner that finds and lets pass',
    step: 'password-blocked',
    file: '.githooks/pre-commit',
    find: '    status=1\n',
    replace: '',
    tree: 'octavios-now',
    undo: 'git -C ../octavios-now reset --quiet --hard HEAD^',
  },
]

const DRIFT: Guard = {
  name: 'a server that someone changed',
  step: 'drift-refused',
  file: 'scripts/deploy/validate-deploy.sh',
  find: "if on_server 'sha256sum --check --quiet infra/release.sha256' >/dev/null 2>&1; then",
  replace: 'if true; then',
}

/** Runs the page in a copy of the seed worlds where the prevention is not there, up to the step that must fail. */
async function runWithout(guard: Guard) {
  const seeds = await mkdtemp(join(tmpdir(), 'seeds-'))
  try {
    await cp('runbooks/fixtures', seeds, { recursive: true })
    await writeFile(join(seeds, 'octavios/laptop/octavios', guard.file), weakened(guard))
    const selection = { until: guard.step }
    return failedSteps(await runPages({ sources: pages, id: ID, fixture: 'docker', seeds, selection }))
  } finally {
    await rm(seeds, { recursive: true })
  }
}

describe.skipIf(!available)('without what prevents it, release 1.2.2 fails again', () => {
  let failed: Failed = new Map()

  beforeAll(async () => {
    await fixtureImage()
    const [walked, drift] = await Promise.all([walkGuards(pages, ID, GUARDS), runWithout(DRIFT)])
    failed = walked.set(DRIFT.name, drift)
  }, BUILD_MS)

  test.each([...GUARDS, DRIFT])('$name stops the page at $step', ({ name, step }) => {
    expect(failed.get(name)).toEqual([step])
  })
})
