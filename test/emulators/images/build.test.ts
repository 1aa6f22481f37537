import { describe, expect, test } from 'vitest'
import { buildImage } from '#emulators/images/build/build.ts'
import { parseRequirements } from '#emulators/images/build/requirements.ts'
import { sha256 } from '#emulators/images/digest.ts'
import { parseReference, referenceProblem } from '#emulators/images/reference.ts'
import { laptop } from '../laptop.ts'

const PYTHON = 'FROM python:3.12-slim\n'

describe("builds that fail, in BuildKit's words", () => {
  test.each([
    ['no Dockerfile', { Dockerfile: undefined }],
    ['an empty Dockerfile', { Dockerfile: '# nothing\n' }],
    ['no FROM', { Dockerfile: 'RUN true\n' }],
    ['an unknown instruction', { Dockerfile: `${PYTHON}RUNN x\n` }],
    ['an unknown base image', { Dockerfile: 'FROM python:9.99\n' }],
    ['a COPY of nothing', { Dockerfile: `${PYTHON}COPY nope ./\n` }],
    ['a COPY of an ignored file', { Dockerfile: `${PYTHON}COPY .env ./\n` }],
    [
      'a COPY from a stage without it',
      { Dockerfile: `${PYTHON.trim()} AS a\nFROM python:3.12-slim\nCOPY --from=a /nope /x\n` },
    ],
    ['a --chown of nobody known', { Dockerfile: `${PYTHON}COPY --chown=app:app app app\n` }],
    ['a program the image lacks', { Dockerfile: `${PYTHON}RUN foo\n` }],
    ['no requirements file', { Dockerfile: `${PYTHON}RUN pip install -r requirements.txt\n` }],
    [
      'a bad requirement',
      { Dockerfile: `${PYTHON}COPY . .\nRUN pip install -r requirements.txt\n`, 'requirements.txt': 'fast api==1\n' },
    ],
    ['what is not modelled', { Dockerfile: `${PYTHON}RUN python setup.py install\n` }],
  ])('%s', async (_, changes) => {
    expect(await laptop(changes).script('docker build .')).toMatchSnapshot()
  })
})

describe('an image', () => {
  const built = async (dockerfile: string, options: { args?: Record<string, string>; target?: string } = {}) => {
    const { world, files } = laptop({ Dockerfile: dockerfile })
    const result = await buildImage({
      world,
      files: {
        read: async (path) => files.get(path) ?? '',
        readBytes: async (path) => new TextEncoder().encode(files.get(path)),
        write: async () => {},
        exists: async (path) => files.has(path),
        isDirectory: async () => false,
        list: async () => [...files.keys()],
        remove: async () => {},
        mode: async () => 0o644,
        setMode: async () => {},
      },
      contextDirectory: '/home/operator/agent',
      dockerfile: 'Dockerfile',
      args: options.args ?? {},
      platform: 'linux/amd64',
      ...(options.target === undefined ? {} : { target: options.target }),
    })
    if (!result.ok) throw new Error(result.log)
    return result.image
  }

  test('has the same digest for the same inputs, another for others', async () => {
    const text = `${PYTHON}COPY app app\n`
    const [first, again, other] = [await built(text), await built(text), await built(`${text}ENV A=1\n`)]
    expect([again.digest === first.digest, other.digest === first.digest]).toEqual([true, false])
  })

  test('substitutes arguments and environment, and keeps what it is told', async () => {
    const image = await built(
      `ARG TAG=3.12-slim\nFROM python:\${TAG}\nARG VERSION=0\nENV APP_VERSION=\${VERSION} HOME_DIR=/srv\nWORKDIR $HOME_DIR\nWORKDIR sub\nEXPOSE 8080/tcp\nLABEL a="b c"\nUSER 1000\nENTRYPOINT ["uvicorn"]\nCMD app.main:app\n`,
      { args: { VERSION: '1.2.3' } },
    )
    const { env, directory, ports, labels, user, entrypoint, command } = image
    expect({ env, directory, ports, labels, user, entrypoint, command }).toMatchInlineSnapshot(`
      {
        "command": [
          "/bin/sh",
          "-c",
          "app.main:app",
        ],
        "directory": "/srv/sub",
        "entrypoint": [
          "uvicorn",
        ],
        "env": {
          "APP_VERSION": "1.2.3",
          "HOME_DIR": "/srv",
          "PATH": "/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "PYTHON_VERSION": "3.12",
        },
        "labels": {
          "a": "b c",
        },
        "ports": [
          8080,
        ],
        "user": "1000",
      }
    `)
  })

  test('stops at a target and leaves out what is ignored', async () => {
    const image = await built(`${PYTHON.trim()} AS one\nCOPY . /srv\nFROM nothing:at-all\n`, { target: 'one' })
    expect(Object.keys(image.files).filter((path) => path.startsWith('/srv/'))).toMatchInlineSnapshot(`
      [
        "/srv/",
        "/srv/.dockerignore",
        "/srv/Dockerfile",
        "/srv/app/main.py",
        "/srv/requirements.txt",
      ]
    `)
  })
})

test("references follow Docker's rules", () => {
  const texts = [
    'python',
    'python:3.12',
    'user/app',
    'localhost:5000/a/b',
    'europe-west1-docker.pkg.dev/p/r/a:v1',
    'UP/x',
    'a:',
    '[ID]',
    'a b',
    '',
    'a:b:c',
    `x@sha256:${'0'.repeat(64)}`,
  ]
  expect(texts.map((text) => parseReference(text)?.path ?? referenceProblem(text))).toMatchInlineSnapshot(`
    [
      "docker.io/library/python",
      "docker.io/library/python",
      "docker.io/user/app",
      "localhost:5000/a/b",
      "europe-west1-docker.pkg.dev/p/r/a",
      "invalid reference format: repository name (UP/x) must be lowercase",
      "invalid reference format",
      "invalid reference format",
      "invalid reference format",
      "invalid reference format",
      "invalid reference format",
      "docker.io/library/x",
    ]
  `)
})

test('requirements follow PEP 508', () => {
  const good =
    'fastapi==0.115.6\nuvicorn[standard]>=0.30,<1 ; python_version > "3.8"\n# c\n-r other.txt\npkg @ https://example.com/p.whl\n'
  expect(parseRequirements(good, 'requirements.txt')).toMatchInlineSnapshot(`
    {
      "includes": [
        "other.txt",
      ],
      "ok": true,
      "requirements": [
        {
          "extras": [],
          "name": "fastapi",
        },
        {
          "extras": [
            "standard",
          ],
          "name": "uvicorn",
        },
        {
          "extras": [],
          "name": "pkg",
        },
      ],
    }
  `)
  expect(parseRequirements('ok\nfastapi=0.1\n', 'requirements.txt')).toMatchInlineSnapshot(`
    {
      "message": "ERROR: Invalid requirement: 'fastapi=0.1' (from line 2 of requirements.txt)",
      "ok": false,
    }
  `)
})

test('sha256 is the real one', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
