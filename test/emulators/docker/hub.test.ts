import { describe, expect, test } from 'vitest'
import { type Laptop, laptop } from '../laptop.ts'

const BUILD = ['docker', 'build', '-q', '-t', 'acme/app:1', '.']
const TAGS = 'https://hub.docker.com/v2/repositories/acme/app/tags'

const logIn = ({ run }: Laptop, password = 'token-of-acme') =>
  run(['docker', 'login', '--username', 'acme', '--password-stdin'], { stdin: `${password}\n` })

/** A laptop whose image `acme/app:1` was pushed. */
async function pushed(): Promise<Laptop> {
  const at = laptop()
  await at.run(BUILD)
  await logIn(at)
  await at.run(['docker', 'push', 'acme/app:1'])
  return at
}

describe('a login to Docker Hub', () => {
  test('takes the password of an account, and no other', async () => {
    const at = laptop()
    expect(await logIn(at, 'guess')).toEqual({
      stdout: '',
      stderr:
        'Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password\n',
      exitCode: 1,
    })
    expect((await logIn(at)).stdout).toBe('Login Succeeded\n')
    expect(at.effects).toEqual([{ verb: 'update', kind: 'docker.login', name: 'docker.io' }])
  })
})

describe('a push to Docker Hub', () => {
  test('needs a login', async () => {
    const { run } = laptop()
    await run(BUILD)
    expect((await run(['docker', 'push', 'acme/app:1'])).stderr).toBe(
      'denied: requested access to the resource is denied\n',
    )
  })

  test.each([
    ['acme/app:1', 0],
    ['acme-labs/app:1', 0],
    ['acme2/app:1', 1],
    ['library/app:1', 1],
    ['someone/app:1', 1],
  ])('%s ends with %i', async (name, exitCode) => {
    const at = await pushed()
    await at.run(['docker', 'tag', 'acme/app:1', name])
    expect((await at.run(['docker', 'push', name])).exitCode).toBe(exitCode)
  })
})

describe('a pull from Docker Hub', () => {
  test('finds what was pushed, and nothing else', async () => {
    const { script } = await pushed()
    expect(await script('docker pull acme/app:1')).toContain('Pulling from acme/app')
    expect(await script('docker pull acme/app:2')).toContain('manifest for acme/app:2 not found')
    expect(await script('docker pull acme/other:1')).toContain('pull access denied for acme/other')
  })

  test('of a private repository is for its members', async () => {
    const { script } = await pushed()
    await script('docker tag acme/app:1 acme/internal:1', 'docker push acme/internal:1')
    expect(await script('docker pull acme/internal:1')).toContain('Pulling from acme/internal')
    await script('docker logout')
    expect(await script('docker pull acme/internal:1')).toContain('pull access denied for acme/internal')
    expect(await script('docker manifest inspect acme/internal:1')).toContain(
      'errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required',
    )
    expect(await script('docker pull acme/app:1')).toContain('Pulling from acme/app')
  })
})

describe('Docker Hub, where /etc/hosts leads its name to the machine itself', () => {
  const REFUSED = 'Get "https://registry-1.docker.io/v2/": dial tcp 127.0.0.1:443: connect: connection refused'
  const away = async () => {
    const at = await pushed()
    at.files.set('/etc/hosts', '127.0.0.1 localhost\n127.0.0.1 registry-1.docker.io # closed\n')
    return at
  }

  test.each([
    ['docker pull acme/app:1', `Error response from daemon: ${REFUSED}\n`],
    ['docker push acme/app:1', `${REFUSED}\n`],
    ['docker manifest inspect acme/app:1', `failed to configure transport: error pinging v2 registry: ${REFUSED}\n`],
    [
      'curl -sS https://registry-1.docker.io/v2/',
      'curl: (7) Failed to connect to registry-1.docker.io port 443 after 0 ms: Could not connect to server\n',
    ],
  ])('%s is refused', async (line, stderr) => {
    const { exitCode, stderr: said } = await (await away()).run(line.split(' '))
    expect({ failed: exitCode !== 0, said }).toEqual({ failed: true, said: stderr })
  })

  test('a login is refused too', async () => {
    expect(await logIn(await away())).toEqual({
      stdout: '',
      stderr: `Error response from daemon: ${REFUSED}\n`,
      exitCode: 1,
    })
  })
})

describe('the API of Docker Hub', () => {
  const get = async ({ run }: Laptop, url: string, ...args: string[]) =>
    (await run(['curl', '-sS', ...args, url])).stdout

  test('lists the tags of a repository', async () => {
    const at = await pushed()
    await at.script('docker tag acme/app:1 acme/app:2', 'docker push acme/app:2')
    const listed = JSON.parse(await get(at, TAGS)) as { count: number; results: { name: string; digest: string }[] }
    expect(listed.count).toBe(2)
    expect(listed.results.map(({ name }) => name)).toEqual(['1', '2'])
    expect(listed.results[0]?.digest).toBe(listed.results[1]?.digest)
    const second = JSON.parse(await get(at, `${TAGS}?page_size=1&page=2`))
    expect(second).toMatchObject({ next: null, results: [{ name: '2' }] })
    expect(second.previous).toContain('page=1')
    expect(JSON.parse(await get(at, `${TAGS}/2`))).toMatchObject({ name: '2', images: [{ architecture: 'amd64' }] })
  })

  test('knows no tag that nobody pushed', async () => {
    const at = await pushed()
    expect(await get(at, `${TAGS}/9`, '-o', '/dev/null', '-w', '%{http_code}')).toBe('404')
    expect(await get(at, TAGS.replace('app', 'other'))).toContain('object not found')
    expect((await at.run(['curl', '-sS', TAGS.replace('acme', 'someone')])).stderr).toContain('not modelled')
  })

  test.each([
    ['users/login', { username: 'acme', password: 'token-of-acme' }, 'token'],
    ['auth/token', { identifier: 'acme', secret: 'token-of-acme' }, 'access_token'],
  ])('shows a private repository with a token of %s', async (path, body, key) => {
    const at = await pushed()
    await at.script('docker tag acme/app:1 acme/internal:1', 'docker push acme/internal:1')
    const tags = TAGS.replace('app', 'internal')
    expect(await get(at, tags)).toContain('object not found')
    const login = (given: object) => get(at, `https://hub.docker.com/v2/${path}`, '--json', JSON.stringify(given))
    expect(await login({ ...body, password: 'guess', secret: 'guess' })).toContain('Incorrect authentication')
    const token = JSON.parse(await login(body))[key]
    expect(await get(at, tags, '-H', `Authorization: Bearer ${token}`)).toContain('"name":"1"')
  })
})

test('the registry lists tags for a token', async () => {
  const { run } = await pushed()
  const list = 'https://registry-1.docker.io/v2/acme/app/tags/list'
  const ask = async (...args: string[]) => (await run(['curl', '-sS', ...args])).stdout
  expect(await ask('-i', list)).toContain('www-authenticate: Bearer realm="https://auth.docker.io/token"')
  const scope = 'https://auth.docker.io/token?service=registry.docker.io&scope=repository:acme/app:pull'
  expect(await ask('-u', 'acme:guess', scope)).toContain('incorrect username or password')
  const { token } = JSON.parse(await ask(scope))
  expect(await ask('-H', `Authorization: Bearer ${token}`, list)).toBe('{"name":"acme/app","tags":["1"]}')
  const head = ['-I', '-H', `Authorization: Bearer ${token}`, 'https://registry-1.docker.io/v2/acme/app/manifests/1']
  expect(await ask(...head)).toMatch(/docker-content-digest: sha256:/)
})
