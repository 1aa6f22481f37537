import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { docker } from '#fixture/docker/engine.ts'
import { cli } from '../../support/cli.ts'
import { BUILD_MS, dockerAvailable } from '../../support/docker.ts'
import { fakePrograms, WITHHOLDING } from '../../support/fake-programs.ts'
import { copyProject } from '../../support/project-copy.ts'
import { startCli } from '../../support/spawned.ts'

const directory = mkdtempSync(join(tmpdir(), 'engine-'))
afterAll(() => rmSync(directory, { recursive: true }))

const DENIED = fakePrograms({
  docker: 'echo "permission denied while trying to connect to the Docker daemon socket" >&2; exit 1',
})
const SILENT = fakePrograms({ docker: 'echo "Cannot connect to the Docker daemon" >&2; exit 1' })
const NOT_BUILT = fakePrograms({ docker: '[ "$1" = version ] || { echo "Error: No such image" >&2; exit 1; }' })
const UNSURE = fakePrograms({ docker: '[ "$1" = version ] || { echo "Error: too many open files" >&2; exit 1; }' })
const WITHHELD = fakePrograms({ docker: WITHHOLDING })
const HERE = { DOCKER_HOST: '' }

describe('the Docker fixture without an engine stops with status 4, what is wrong and the one thing to do', () => {
  test.each([
    [
      'no engine where DOCKER_HOST says',
      {},
      /responde en unix:\S+, donde dice DOCKER_HOST/,
      /answers at unix:/,
      /unset DOCKER_HOST/,
    ],
    [
      'no engine',
      { ...HERE, PATH: `${SILENT}:/usr/bin:/bin` },
      /No responde ningún motor/,
      /No Docker engine answers/,
      /sudo (dockerd|systemctl start docker)|Docker Desktop/,
    ],
    [
      'no docker',
      { ...HERE, PATH: directory },
      /no está el programa docker/,
      /program docker is not/,
      /sudo apt-get install docker.io|Docker Desktop/,
    ],
    [
      'an engine that is not ours to use',
      { ...HERE, PATH: `${DENIED}:/usr/bin:/bin` },
      /no te deja usarlo/,
      /does not let you use it/,
      /sudo usermod --append --groups docker "\$USER"/,
    ],
  ])('%s', (_, environment, es, en, hint) => {
    for (const [lang, message, next] of [
      ['es', es, 'Qué hacer: '],
      ['en', en, 'What to do: '],
    ] as const) {
      const args = ['cloud-run-deploy', '--dry-run', '--fixture', 'docker', '--lang', lang]
      const { status, stdout, stderr } = cli('runbook', args, environment)
      expect({ status, stdout }).toEqual({ status: 4, stdout: '' })
      expect(stderr).toMatch(message)
      const [what, todo, ...rest] = stderr.trimEnd().split('\n')
      expect(what).toContain('--fixture embedded')
      expect(todo?.startsWith(next)).toBe(true)
      expect(todo).toMatch(hint)
      expect(rest).toEqual([])
    }
  })

  test.each([
    ['fixture', ['build']],
    ['fixture', ['status']],
    ['fixture', ['clean']],
    ['endurance', []],
    ['verify', ['docker-commands', '--fixture', 'docker']],
  ])('so does pnpm %s %j', (command, args) => {
    expect(cli(command, args)).toMatchObject({ status: 4, stderr: expect.stringContaining('DOCKER_HOST') })
  })
})

describe('a dry run nobody chose a fixture for falls back to the embedded one, and says so', () => {
  const only = ['docker-commands', '--dry-run', '--only', 'build']
  test.each([
    ['es', {}, 'no responde ningún motor Docker'],
    ['en', {}, 'no Docker engine answers'],
    ['es', { ...HERE, PATH: `${NOT_BUILT}:/usr/bin:/bin` }, 'Para ejecutarlos de verdad: pnpm fixture build'],
    ['en', { ...HERE, PATH: `${NOT_BUILT}:/usr/bin:/bin` }, 'To really execute them: pnpm fixture build'],
    ['es', { ...HERE, PATH: `${UNSURE}:/usr/bin:/bin` }, 'El motor no dice si tiene la imagen del entorno Docker: '],
    ['en', { ...HERE, PATH: `${UNSURE}:/usr/bin:/bin` }, 'docker image: Error: too many open files'],
    [
      'es',
      { ...HERE, PATH: WITHHELD },
      'El entorno Docker no arranca: fixture: the capability SYS_ADMIN: permission denied',
    ],
    [
      'en',
      { ...HERE, PATH: WITHHELD },
      'The Docker fixture does not start: fixture: the capability SYS_ADMIN: permission denied',
    ],
  ])('%s %j', (lang, environment, message) => {
    const { status, stdout, stderr } = cli('runbook', [...only, '--lang', lang], environment)
    expect(status).toBe(0)
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/Entorno integrado|Embedded fixture/)
    expect(stdout).toMatch(/emulado|emulated/)
  })

  test('so does pnpm verify', async () => {
    const project = copyProject()
    onTestFinished(project.close)
    const environment = { ...HERE, PATH: WITHHELD }
    const { status, stdout, stderr } = await startCli('verify', ['docker-commands'], {
      root: project.root,
      environment,
    }).ended
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('Embedded fixture') })
    expect(stderr).toContain('The Docker fixture does not start: fixture: the capability SYS_ADMIN: permission denied')
    expect(stdout).toContain('emulated')
  })
})

/** What the kernel says to who may make no more namespaces of users (user_namespaces(7)): 0x10000000 is CLONE_NEWUSER. */
const NO_USERS = {
  defaultAction: 'SCMP_ACT_ALLOW',
  syscalls: [
    {
      names: ['unshare'],
      action: 'SCMP_ACT_ERRNO',
      errnoRet: 28,
      args: [{ index: 0, value: 0x10000000, valueTwo: 0x10000000, op: 'SCMP_CMP_MASKED_EQ' }],
    },
  ],
}

describe.skipIf(!dockerAvailable)('an engine that withholds what the fixture is sealed with', () => {
  const profile = join(directory, 'no-users.json')
  writeFileSync(profile, JSON.stringify(NO_USERS))

  test.each([
    ['SYS_ADMIN', '--cap-add=SYS_ADMIN', '', 'permission denied', 'must grant SYS_ADMIN'],
    ['SETUID', '--cap-add=SETUID', '', 'no user namespace: Operation not permitted', 'must grant SYS_ADMIN'],
    [
      'namespaces of users',
      '--security-opt=seccomp=unconfined',
      `--security-opt=seccomp=${profile}`,
      'no user namespace: No space left on device',
      'sudo sysctl --write user.max_user_namespaces=65536',
    ],
  ])(
    '%s: the fixture does not start, says what it needs, and leaves no container',
    async (name, asked, given, message, hint) => {
      const mark = `withheld=${name.replaceAll(' ', '-')}-${process.pid}`
      const withholding = fakePrograms({
        docker: `for word; do
  shift
  case $word in
    ${asked}) set -- "$@" --label=${mark} ${given} ;;
    *) set -- "$@" "$word" ;;
  esac
done
PATH=$REAL_PATH exec docker "$@"`,
      })
      const environment = { PATH: `${withholding}:${process.env.PATH}`, REAL_PATH: process.env.PATH ?? '' }
      const { ended } = startCli('runbook', ['docker-commands', '--dry-run', '--fixture', 'docker'], { environment })
      const { status, stderr } = await ended
      expect(status).toBe(4)
      const [what, todo, ...rest] = stderr.trimEnd().split('\n')
      expect(what).toMatch(new RegExp(`^Error: The Docker fixture does not start: .*${message}`))
      expect(todo).toContain(hint)
      expect(rest).toEqual([])
      expect(await docker('ps', '--all', '--quiet', `--filter=label=${mark}`)).toBe('')
    },
    BUILD_MS,
  )
})
