import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { HttpResponse, NetworkFailure } from '#emulators/network/network.ts'
import { beginRepository } from '#emulators/tools/git-repository.ts'
import { laptop } from '../laptop.ts'

describe('curl', () => {
  test.each([
    'curl --foo localhost',
    'curl',
    'curl -sS http://nowhere.example.com/',
    'curl -sS http://localhost:9999/',
    'curl -s http://localhost:9999/',
    'curl -sS -F a=b localhost:9999',
    'curl -sS --retry 2 --retry-connrefused http://localhost:9999/',
    'curl --retry 2 --retry-delay 1 --retry-connrefused http://localhost:9999/',
  ])('%s', async (line) => {
    expect(await laptop().script(line)).toMatchSnapshot()
  })

  test('answers, statuses and write-out', async () => {
    const { world, script } = laptop()
    world.network.listen(
      'api.example.com',
      async ({ method, url, headers, body }): Promise<HttpResponse | NetworkFailure> => {
        if (url.pathname === '/slow') return 'timeout'
        if (url.pathname === '/old') return { status: 302, headers: { location: '/echo' }, body: '' }
        if (url.pathname === '/bad') return { status: 503, headers: {}, body: 'no' }
        return {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ method, search: url.search, headers, body }),
        }
      },
    )
    const before = world.clock.now()
    expect(
      await script(
        'curl -s https://api.example.com/echo',
        'curl -s -L https://api.example.com/old',
        'curl -s -d a=1 -d b=2 -H X-Key:1 -u me:pass https://api.example.com/echo',
        'curl -s -G -d q=1 https://api.example.com/echo',
        'curl -sS -f https://api.example.com/bad',
        'curl -sS --fail-with-body https://api.example.com/bad',
        'curl -s -o /dev/null -w %{http_code} https://api.example.com/bad',
        'curl -sI https://api.example.com/bad',
        'curl -sS -m 5 https://api.example.com/slow',
      ),
    ).toMatchInlineSnapshot(`
      "$ curl -s https://api.example.com/echo
      {"method":"GET","search":"","headers":{"Host":"api.example.com","User-Agent":"curl/7.88.1","Accept":"*/*"},"body":""}
      $ curl -s -L https://api.example.com/old
      {"method":"GET","search":"","headers":{"Host":"api.example.com","User-Agent":"curl/7.88.1","Accept":"*/*"},"body":""}
      $ curl -s -d a=1 -d b=2 -H X-Key:1 -u me:pass https://api.example.com/echo
      {"method":"POST","search":"","headers":{"Host":"api.example.com","User-Agent":"curl/7.88.1","Accept":"*/*","Authorization":"Basic bWU6cGFzcw==","Content-Type":"application/x-www-form-urlencoded","Content-Length":"7","X-Key":"1"},"body":"a=1&b=2"}
      $ curl -s -G -d q=1 https://api.example.com/echo
      {"method":"GET","search":"?q=1","headers":{"Host":"api.example.com","User-Agent":"curl/7.88.1","Accept":"*/*"},"body":""}
      $ curl -sS -f https://api.example.com/bad
      curl: (22) The requested URL returned error: 503
      [22]
      $ curl -sS --fail-with-body https://api.example.com/bad
      no
      curl: (22) The requested URL returned error: 503
      [22]
      $ curl -s -o /dev/null -w %{http_code} https://api.example.com/bad
      503
      $ curl -sI https://api.example.com/bad
      HTTP/1.1 503 Service Unavailable

      $ curl -sS -m 5 https://api.example.com/slow
      curl: (28) Operation timed out after 5000 milliseconds with 0 bytes received
      [28]
      "
    `)
    expect(world.clock.now() - before).toBe(5000)
  })
})

describe('git', () => {
  test('archives what a tag holds, and no file that is not in it', async () => {
    const { world, files, run } = laptop()
    files.set('/home/operator/agent/app/words.txt', 'año €\n')
    await beginRepository(world, filesOf(files))
    await run(['git', 'tag', 'v1.0.0'])
    files.set('/home/operator/agent/app/main.py', 'changed since\n')
    const { stdout } = await run(['git', 'archive', '--format=tar', 'v1.0.0', 'app', 'requirements.txt'])
    const directory = await mkdtemp(join(tmpdir(), 'archive-'))
    execFileSync('tar', ['--extract', `--directory=${directory}`], { input: stdout })
    expect((await readdir(directory, { recursive: true })).sort()).toEqual([
      'app',
      'app/main.py',
      'app/words.txt',
      'requirements.txt',
    ])
    expect(await readFile(join(directory, 'app/words.txt'), 'utf8')).toBe('año €\n')
    expect(await readFile(join(directory, 'app/main.py'), 'utf8')).toContain('FastAPI')
    await rm(directory, { recursive: true })
    expect(await run(['git', 'archive', 'v9'])).toMatchObject({ exitCode: 128, stderr: expect.stringContaining('v9') })
    expect(await run(['git', 'archive', 'v1.0.0', 'nope'])).toMatchObject({ exitCode: 128 })
    expect(await run(['git', 'rev-parse', '--verify', '--quiet', 'v9^{commit}'])).toMatchObject({
      exitCode: 1,
      stderr: '',
    })
    expect((await run(['git', 'rev-parse', 'v1.0.0^{commit}'])).stdout).toMatch(/^[0-9a-f]{40}\n$/)
  })

  test('keeps commits, tags and status', async () => {
    const { world, files, script, run } = laptop()
    await beginRepository(world, filesOf(files))
    files.set('/home/operator/agent/new.txt', 'x')
    expect((await run(['git', 'rev-parse', 'HEAD'])).stdout).toMatch(/^[0-9a-f]{40}\n$/)
    expect(
      await script(
        'git status -s',
        'git add new.txt',
        'git status --porcelain',
        'git commit -q -m more',
        'git tag v1.0.0',
        'git tag v1.0.0',
        'git tag --force v1.0.0',
        'git describe --tags',
        'git log --oneline -1',
        'git status',
        'git branch',
        'git add nope',
        'git push',
        'git foo',
      ),
    ).toMatchInlineSnapshot(`
      "$ git status -s
      ?? new.txt
      $ git add new.txt
      $ git status --porcelain
      A  new.txt
      $ git commit -q -m more
      $ git tag v1.0.0
      $ git tag v1.0.0
      fatal: tag 'v1.0.0' already exists
      [128]
      $ git tag --force v1.0.0
      $ git describe --tags
      v1.0.0
      $ git log --oneline -1
      7377dc9 more
      $ git status
      On branch main
      nothing to commit, working tree clean
      $ git branch
      * main
      $ git add nope
      fatal: pathspec 'nope' did not match any files
      [128]
      $ git push
      not modelled: git push
      [254]
      $ git foo
      git: 'foo' is not a git command. See 'git --help'.
      [1]
      "
    `)
  })

  test('says when it is no repository, or when the first commit is not known', async () => {
    const { run, script } = laptop()
    expect(await run(['git', 'status'], { cwd: '/tmp' })).toMatchInlineSnapshot(`
      {
        "exitCode": 128,
        "stderr": "fatal: not a git repository (or any of the parent directories): .git
      ",
        "stdout": "",
      }
    `)
    expect(await script('git status')).toMatchInlineSnapshot(`
      "$ git status
      not modelled: git: what the first commit of this repository holds
      [254]
      "
    `)
  })
})

test('make: variables, prerequisites, failures', async () => {
  const text =
    'TAG ?= v1\nIMAGE := app:$(TAG)\n.PHONY: build all fail\nall: build\n\t@docker images $(IMAGE)\nbuild:\n\tdocker build -q -t $(IMAGE) .\nfail:\n\tdocker rm nope\nbad: nothing\n'
  const { script } = laptop({ Makefile: text })
  expect(
    await script('make', 'make TAG=v2 build', 'make fail', 'make nope', 'make bad', 'make -n build'),
  ).toMatchInlineSnapshot(`
    "$ make
    docker build -q -t app:v1 .
    sha256:bce47a330529fe94b1db41026ce125ffecfbe091f3ccf87c6ff5cc73a794aa13
    REPOSITORY   TAG       IMAGE ID       CREATED                  SIZE
    app          v1        bce47a330529   Less than a second ago   40.4MB
    $ make TAG=v2 build
    docker build -q -t app:v2 .
    sha256:bce47a330529fe94b1db41026ce125ffecfbe091f3ccf87c6ff5cc73a794aa13
    $ make fail
    docker rm nope
    Error response from daemon: No such container: nope
    make: *** [Makefile:9: fail] Error 1
    [2]
    $ make nope
    make: *** No rule to make target 'nope'.  Stop.
    [2]
    $ make bad
    make: *** No rule to make target 'nothing', needed by 'bad'.  Stop.
    [2]
    $ make -n build
    docker build -q -t app:v1 .
    "
  `)
  expect(await laptop({ Makefile: 'a:\n        echo x\n' }).script('make')).toMatchInlineSnapshot(`
    "$ make
    Makefile:2: *** missing separator (did you mean TAB instead of 8 spaces?).  Stop.
    [2]
    "
  `)
})

test('small tools, and what the world does not have', async () => {
  const { run, script } = laptop()
  expect((await run(['openssl', 'rand', '-hex', '16'])).stdout).toMatch(/^[0-9a-f]{32}\n$/)
  expect((await run(['openssl', 'rand', '-base64', '33'])).stdout).toMatch(/^[A-Za-z0-9+/]{44}\n$/)
  expect(
    await script('uname -m', 'id -u', 'nc -z localhost 1', 'kubectl get pods', 'openssl req -x509', 'kubeclt get pods'),
  ).toMatchInlineSnapshot(`
    "$ uname -m
    x86_64
    $ id -u
    1000
    $ nc -z localhost 1
    [1]
    $ kubectl get pods
    not modelled: kubectl is not available in the emulated world
    [254]
    $ openssl req -x509
    not modelled: openssl req -x509
    [254]
    $ kubeclt get pods
    bash: line 1: kubeclt: command not found
    [127]
    "
  `)
})

function filesOf(map: Map<string, string>) {
  return {
    read: async (path: string) => map.get(path) ?? '',
    readBytes: async (path: string) => new TextEncoder().encode(map.get(path)),
    write: async (path: string, content: string | Uint8Array) => void map.set(path, String(content)),
    exists: async (path: string) => map.has(path),
    isDirectory: async () => false,
    list: async (directory: string) => [...map.keys()].filter((path) => path.startsWith(`${directory}/`)),
    remove: async (path: string) => void map.delete(path),
    mode: async () => 0o644,
    setMode: async () => {},
  }
}
