import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listContainers } from '#fixture/docker/container.ts'
import { docker, dockerProcess, exitCode } from '#fixture/docker/engine.ts'
import { ownerMark } from '#fixture/docker/owner.ts'
import { fromMachine } from '../require.ts'
import { BUILD_MS, builtImage, dockerAvailable } from '../support/docker.ts'
import { copyProject, type ProjectCopy } from '../support/project-copy.ts'
import { startCli, startInTerminal } from '../support/spawned.ts'

const terminalAvailable = dockerAvailable && (await fromMachine('script')) !== undefined

const names = async () => (await listContainers()).map(({ name }) => name)

describe.skipIf(!dockerAvailable)('a fixture that was kept', () => {
  let said: string
  let kept: string
  /** The arguments of `pnpm fixture` the run told for something. */
  const told = (what: string) => new RegExp(`${what}: +pnpm fixture (\\S.*)$`, 'm').exec(said)?.[1]?.split(' ') ?? []

  beforeAll(async () => {
    const args = ['docker-commands', '--dry-run', '--fixture', 'docker', '--until', 'check-variables', '--keep']
    const { status, stderr } = await startCli('runbook', args).ended
    expect({ status, stderr }).toMatchObject({ status: 0 })
    said = stderr
    kept = told('Enter it')[1] ?? ''
    expect(kept).toMatch(/^runbook-kept-[0-9a-f]{10}$/)
  }, BUILD_MS)
  afterAll(() => docker('rm', '--force', '--volumes', kept))

  const LOOK = 'whoami; hostname; tty; ls Dockerfile; docker ps --all; gcloud config list; exit 7\n'

  test.skipIf(!terminalAvailable)('is entered from a terminal as the run tells, and looked around in', async () => {
    const { status, stdout } = await startInTerminal('fixture', told('Enter it'), { input: LOOK }).ended
    expect({ status, stdout }).toMatchObject({ status: 7 })
    for (const shown of ['operator\r\n', 'laptop\r\n', '/dev/pts/', 'CONTAINER ID']) expect(stdout).toContain(shown)
  })

  test('is entered by what is piped in too', async () => {
    const { status, stdout, stderr } = await startCli('fixture', told('Enter it'), { input: LOOK }).ended
    expect({ status, stdout, stderr }).toMatchObject({
      status: 7,
      stdout: expect.stringMatching(/^operator\nlaptop\nnot a tty\n/),
    })
    expect(stdout).toContain('CONTAINER ID')
  })

  test('is named where there is no such one', async () => {
    const { status, stderr } = await startCli('fixture', ['shell', 'nowhere']).ended
    expect(status).toBe(2)
    expect(stderr).toContain(kept)
  })

  test('shows in the status, for persons and programs', async () => {
    const { status, stdout } = await startCli('fixture', ['status']).ended
    expect(status).toBe(0)
    expect(stdout).toContain(`${kept}: running, kept: pnpm fixture shell ${kept}\n`)
    expect(stdout).toContain(`${builtImage()}: built\n`)
    const json = JSON.parse((await startCli('fixture', ['status', '--report', 'json']).ended).stdout)
    expect(json).toMatchObject({ image: builtImage(), built: true })
    expect(json.fixtures).toContainEqual({ name: kept, state: 'running', use: 'kept' })
  })

  test('is removed as the run tells', async () => {
    expect(await names()).toContain(kept)
    expect(await startCli('fixture', told('Remove it')).ended).toMatchObject({ status: 0, stdout: `- ${kept}\n` })
    expect(await names()).not.toContain(kept)
    const again = await startCli('fixture', told('Remove it')).ended
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no fixture') })
  })
})

describe.skipIf(!dockerAvailable)('pnpm fixture clean', () => {
  const run = randomBytes(4).toString('hex')
  const DEAD = `${hostname()}:4194305:1`
  const GONE = `${hostname()}:/nowhere/${run}/`
  const OTHER = `${hostname()}:${process.cwd()}/`
  let project: ProjectCopy
  let ours: string
  const images: string[] = []
  const containers: string[] = []

  beforeAll(() => {
    project = copyProject()
    ours = `${hostname()}:${project.root}/`
  })
  afterAll(async () => {
    if (containers.length > 0) await docker('rm', '--force', ...containers)
    for (const image of images) await docker('rmi', image).catch(() => {})
    project.close()
  })

  async function makeImage(what: string, checkout: string): Promise<string> {
    const name = `runbook-fixture:${run}-${what}`
    const build = dockerProcess('build', `--tag=${name}`, `--label=runbook-fixture.checkout=${checkout}`, '-')
    for (const stream of [build.stdout, build.stderr]) stream.resume()
    build.stdin.end(`FROM scratch\nENV WHAT=${run}-${what}\nCMD ["/none"]\n`)
    expect(await exitCode(build)).toBe(0)
    images.push(name)
    return name
  }

  async function makeContainer(
    name: string,
    { owner, checkout, image }: { owner: string; checkout: string; image: string },
  ) {
    const labels = [`=${run}`, `.owner=${owner}`, `.checkout=${checkout}`].map((one) => `--label=runbook-fixture${one}`)
    await docker('create', `--name=${name}`, '--network=none', ...labels, image)
    containers.push(name)
    return name
  }

  const clean = (...args: string[]) => startCli('fixture', ['clean', ...args], { root: project.root }).ended
  const tags = async () =>
    (await docker('image', 'ls', '--format={{.Repository}}:{{.Tag}}', 'runbook-fixture')).split('\n')

  test(
    "removes what is this checkout's or a dead run's, and nothing of others",
    async () => {
      const [old, used, gone, other] = await Promise.all([
        makeImage('old', ours),
        makeImage('used', ours),
        makeImage('gone', GONE),
        makeImage('other', OTHER),
      ])
      const machine = (kind: string, what: string, owner: string, checkout: string) =>
        makeContainer(`runbook-${kind}-${run}${what}`, { owner, checkout, image: used })
      const alive = await ownerMark()
      const left = await machine('fixture', 'a', DEAD, OTHER)
      const running = await machine('fixture', 'b', alive, ours)
      const kept = await machine('kept', 'c', DEAD, ours)
      const keptByOther = await machine('kept', 'd', DEAD, OTHER)
      const keptByGone = await machine('kept', 'e', DEAD, GONE)

      const { status, stdout } = await clean()
      expect(status).toBe(0)
      const removed = stdout.split('\n').map((line) => line.slice('- '.length))
      expect(removed).toEqual(expect.arrayContaining([kept, keptByGone, old, gone]))
      const up = await names()
      for (const name of [left, kept, keptByGone]) expect(up).not.toContain(name)
      for (const name of [running, keptByOther]) expect(up).toContain(name)
      expect(await tags()).toEqual(expect.arrayContaining([used, other]))
      for (const image of [old, gone]) expect(await tags()).not.toContain(image)

      expect(await clean(running)).toMatchObject({ status: 2, stderr: expect.stringContaining('A run is using') })
      expect(await names()).toContain(running)
      expect(await clean(keptByOther)).toMatchObject({ status: 0, stdout: `- ${keptByOther}\n` })
      expect(await names()).not.toContain(keptByOther)
    },
    BUILD_MS,
  )
})
