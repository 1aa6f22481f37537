import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { fakePrograms, WITHHOLDING, WITHOUT_BASE } from './support/fake-programs.ts'

/** Two of the files that need the Docker fixture, and two that need a program. */
const FILES = [
  'test/fixture/compose.test.ts',
  'test/faults/machine-faults.test.ts',
  'test/fixture/seed-scripts.test.ts',
  'test/content/carblau-app.test.ts',
]

interface Machine {
  /** A directory: where it is all of PATH, nothing else is there. */
  PATH: string
  DOCKER_HOST?: string
  CI?: string
}

/** Runs the tests of those files on a machine, and what that says. */
async function testOn(machine: Machine) {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', ...FILES]
  const env = { HOME: process.env.HOME, DOCKER_HOST: '', ...machine }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const status = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr] = (await Promise.all([text(child.stdout), text(child.stderr)])).map(stripVTControlCharacters)
  return { status: await status, stdout: stdout ?? '', said: summaryIn(stderr ?? '') }
}

/** Every summary there is, from its first line on. */
const summaryIn = (stderr: string) => /^(SKIPPED|FAILED): .*/ms.exec(stderr)?.[0].trimEnd()

const NO_ENGINE = { docker: 'echo "Cannot connect to the Docker daemon" >&2; exit 1' }
/** An engine that keeps what it is asked. */
const noted = (docker: string) => `echo "$*" >>"\${0%/*}/asked"\n${docker}`

describe('tests that need what the machine lacks', () => {
  test('no engine, and none of the programs: skipped, and said once', async () => {
    const { status, stdout, said } = await testOn({ PATH: fakePrograms(NO_ENGINE), DOCKER_HOST: 'unix:///nowhere' })
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/Tests +2 passed \| \d+ skipped/),
    })
    expect(said).toMatchInlineSnapshot(`
      "SKIPPED: this machine lacks something.

        lacks       the Docker fixture
        why         No Docker engine answers at unix:///nowhere, where DOCKER_HOST says.
        to have it  unset DOCKER_HOST
        tests in    test/faults/machine-faults.test.ts
                    test/fixture/compose.test.ts

        lacks       Python
        why         no python3 is on PATH
        to have it  sudo apt-get install python3
        tests in    test/content/carblau-app.test.ts

        lacks       ShellCheck
        why         no shellcheck is on PATH
        to have it  sudo apt-get install shellcheck
        tests in    test/fixture/seed-scripts.test.ts"
    `)
  })

  test('an engine without the base image: it is looked for once', async () => {
    const PATH = fakePrograms({ docker: noted(WITHOUT_BASE) })
    const { status, said } = await testOn({ PATH })
    expect(status).toBe(0)
    expect(said).toMatchInlineSnapshot(`
      "SKIPPED: this machine lacks something.

        lacks       the Docker fixture
        why         The image debian:trixie-slim, which the Docker fixture starts from, cannot be had. Tried:
                      docker image inspect debian:trixie-slim: the engine does not have it
                      docker pull debian:trixie-slim: Error response from daemon: no such host
                      mmdebstrap: this machine has no apt-get
        to have it  Where Docker Hub answers, docker pull debian:trixie-slim && docker save --output base.tar debian:trixie-slim; here, docker load --input base.tar
        tests in    test/faults/machine-faults.test.ts
                    test/fixture/compose.test.ts

        lacks       Python
        why         no python3 is on PATH
        to have it  sudo apt-get install python3
        tests in    test/content/carblau-app.test.ts

        lacks       ShellCheck
        why         no shellcheck is on PATH
        to have it  sudo apt-get install shellcheck
        tests in    test/fixture/seed-scripts.test.ts"
    `)
    const asked = readFileSync(join(PATH, 'asked'), 'utf8').split('\n')
    expect(asked.filter((line) => line.startsWith('pull '))).toEqual(['pull debian:trixie-slim'])
  })

  test('an engine that withholds what the fixture needs', async () => {
    const PATH = fakePrograms({ docker: noted(WITHHOLDING) })
    const { status, said } = await testOn({ PATH })
    expect(status).toBe(0)
    expect(said).toMatchInlineSnapshot(`
      "SKIPPED: this machine lacks something.

        lacks       the Docker fixture
        why         The Docker fixture does not start: fixture: the capability SYS_ADMIN: permission denied
        to have it  The engine must grant SYS_ADMIN and user namespaces, which a rootless one cannot: use one that root runs, DOCKER_HOST=unix:///var/run/docker.sock. Meanwhile: --fixture embedded
        tests in    test/faults/machine-faults.test.ts
                    test/fixture/compose.test.ts

        lacks       Python
        why         no python3 is on PATH
        to have it  sudo apt-get install python3
        tests in    test/content/carblau-app.test.ts

        lacks       ShellCheck
        why         no shellcheck is on PATH
        to have it  sudo apt-get install shellcheck
        tests in    test/fixture/seed-scripts.test.ts"
    `)
    const asked = readFileSync(join(PATH, 'asked'), 'utf8').split('\n')
    expect(asked.filter((line) => line.startsWith('run '))).toHaveLength(1)
  })

  test.each([
    ['no engine', NO_ENGINE.docker],
    ['an engine without the base image', WITHOUT_BASE],
    ['an engine that withholds what the fixture needs', WITHHOLDING],
  ])('with CI=true fail: %s', async (_, docker) => {
    const { status, stdout, said } = await testOn({ PATH: fakePrograms({ docker }), CI: 'true' })
    expect({ status, stdout }).toMatchObject({ status: 1, stdout: expect.stringMatching(/Test Files +4 failed/) })
    expect(said?.match(/^(SKIPPED|FAILED): .*/gm)).toEqual(['FAILED: CI=true requires what this machine lacks.'])
  })
})
