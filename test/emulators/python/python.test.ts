import { describe, expect, test } from 'vitest'
import { createEmbeddedShell } from '#fixture/embedded/shell.ts'
import type { LoadedSeed } from '#fixture/seed.ts'
import { seedSchema } from '#schema/seed.ts'
import type { Execution } from '#schema/shell.ts'

const HEALTH = {
  paths: { '/health': { get: { responses: { 200: { content: { 'text/plain': { example: 'up ${KEY}' } } } } } } },
}

const WORLD: LoadedSeed = {
  seed: seedSchema.parse({
    system: 'shop',
    directory: 'shop',
    cloud: { account: 'operator@example.com', projects: [] },
    apps: [{ command: 'shop.main:app', openapi: 'shop.yaml', requires: ['KEY'] }],
  }),
  openapi: { 'shop.yaml': HEALTH },
  laptop: {
    'shop/requirements.txt': { text: 'fastapi==0.115.11\nuvicorn==0.32.0\n', executable: false },
    'shop/wrong.txt': { text: 'fastapi=0.115.11\n', executable: false },
    'shop/shop/main.py': { text: 'app = None\n', executable: false },
    'shop/.env': { text: '# mine\nKEY=a#b # not this\n', executable: false },
    'shop/quoted.env': { text: 'KEY="a"\n', executable: false },
  },
  machines: {},
  services: {},
  situations: {},
  changes: {},
}

const SERVE = 'venv/bin/uvicorn shop.main:app --env-file .env --port 8000'
const PREPARE = 'python3 -m venv venv && venv/bin/pip install -q -r requirements.txt'

/** Runs texts in one shell; one that begins with `&` stays in the background. */
async function run(...texts: string[]): Promise<Execution> {
  const shell = await createEmbeddedShell({ ...WORLD, inputs: {} })
  let last: Execution | undefined
  for (const text of texts)
    last = await shell.run({
      text: text.replace(/^& /, ''),
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      onOutput: () => {},
      mayFail: true,
      ...(text.startsWith('& ') && { background: { ready: 'curl -fsS localhost:8000/health' } }),
    })
  await shell.close()
  if (!last) throw new Error('nothing ran')
  return last
}

const LISTENS = 'lsof -t -i TCP:8000 -s TCP:LISTEN'

describe('Python on a machine', () => {
  test('a server of an environment listens until it is stopped', async () => {
    const up = await run(PREPARE, `& ${SERVE}`, 'curl -fsS localhost:8000/health')
    expect(up).toMatchObject({ exitCode: 0, stdout: 'up a#b' })
    const stopped = [PREPARE, `& ${SERVE}`, `kill "$(${LISTENS})"`]
    expect(await run(...stopped, 'curl -sS localhost:8000/health')).toMatchObject({ exitCode: 7 })
    expect(await run(...stopped, LISTENS)).toMatchObject({ exitCode: 1, stdout: '' })
    expect(await run(...stopped, `& ${SERVE}`, 'curl -fsS localhost:8000/health')).toMatchObject({ exitCode: 0 })
  })

  test('the process goes before the file of variables', async () => {
    expect(await run(PREPARE, `& KEY=own ${SERVE}`, 'curl -fsS localhost:8000/health')).toMatchObject({
      stdout: 'up own',
    })
  })

  test('an environment that is active is the one meant', async () => {
    const active = 'source venv/bin/activate && pip install -q -r requirements.txt && command -v uvicorn && deactivate'
    expect(await run('python3 -m venv venv', active)).toMatchObject({
      exitCode: 0,
      stdout: '/home/operator/shop/venv/bin/uvicorn\n',
    })
  })

  test('what is not stopped runs on in the foreground', async () => {
    expect(await run(PREPARE, SERVE)).toMatchObject({ end: 'timed-out' })
  })

  test.each<[string, number, string]>([
    ['pip of the machine is not for this', 1, 'externally-managed-environment'],
    ['venv/bin/pip install -r none.txt', 1, "No such file or directory: 'none.txt'"],
    ['venv/bin/pip install -r wrong.txt', 1, 'Invalid requirement'],
    [SERVE, 127, 'venv/bin/uvicorn: No such file or directory'],
    ['venv/bin/python3 -m uvicorn shop.main:app', 1, 'No module named uvicorn'],
    [`${PREPARE}; venv/bin/uvicorn shop.main:app`, 1, 'KEY is not set'],
    [`${PREPARE}; KEY=k venv/bin/uvicorn shop.none:app`, 1, 'Could not import module "shop.none"'],
    [`${PREPARE}; venv/bin/uvicorn shop.main:app --env-file none`, 2, "Path 'none' does not exist"],
    [`${PREPARE}; KEY=k venv/bin/uvicorn shop.main:app --port 80`, 1, 'permission denied'],
    ['venv/bin/pip install --requirements requirements.txt', 2, 'no such option: --requirements'],
    [`${PREPARE}; KEY=k venv/bin/uvicorn shop.main:app --prot 1`, 2, 'No such option: --prot'],
    ['kill 4', 1, 'kill: (4) - No such process'],
    ['kill', 2, 'usage'],
  ])('%s', async (text, exitCode, said) => {
    const line = text.startsWith('pip ') ? 'python3 -m pip install x' : text
    const ended = await run('python3 -m venv venv', line)
    expect([ended.exitCode, ended.stderr]).toEqual([exitCode, expect.stringContaining(said)])
  })

  test('a port has one server', async () => {
    const ended = await run(PREPARE, `& ${SERVE}`, SERVE)
    expect([ended.exitCode, ended.stderr]).toEqual([1, expect.stringContaining('address already in use')])
  })

  test.each([
    'python3 -c "print(1)"',
    'python3 -m unittest',
    'lsof -i',
    'kill -STOP 4',
    `${PREPARE}; venv/bin/uvicorn shop.main:app --env-file quoted.env`,
  ])('%s is not modelled', async (text) => {
    expect((await run(text)).notCheckable).toBeDefined()
  })

  test('kill -0 asks and ends nothing', async () => {
    const ended = await run(PREPARE, `& ${SERVE}`, `kill -0 "$(${LISTENS})" && curl -fsS localhost:8000/health`)
    expect(ended).toMatchObject({ exitCode: 0, stdout: 'up a#b' })
  })
})
