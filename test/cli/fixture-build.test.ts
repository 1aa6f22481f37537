import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli } from '../support/cli.ts'
import { fakePrograms, WITHHOLDING, WITHOUT_BASE } from '../support/fake-programs.ts'

/** What a machine has beside its engine to make the base image with. */
const DEBIAN = 'echo "Debian trixie http://deb.example/debian/"'
const FAILING = '[ "$1" = --version ] || { echo "I: starting" >&2; echo "E: cannot read the mirror" >&2; exit 25; }'

/** `pnpm fixture build` where these are the programs. */
const build = (programs: Readonly<Record<string, string>>, lang: 'es' | 'en') =>
  cli('fixture', ['build', '--lang', lang], { DOCKER_HOST: '', PATH: fakePrograms(programs) })

/** The last it says, from the error on. */
const said = ({ stderr }: { stderr: string }) => stderr.slice(stderr.search(/^Error: /m)).trimEnd()

describe('pnpm fixture build, where the base image cannot be had, says which ways it tried, why each failed and what to do', () => {
  test('without mmdebstrap', () => {
    const machine = { docker: WITHOUT_BASE, 'apt-get': DEBIAN }
    const ended = build(machine, 'es')
    expect(ended).toMatchObject({ status: 4, stdout: '' })
    expect(said(ended)).toMatchInlineSnapshot(`
      "Error: No se consigue la imagen debian:trixie-slim, de la que parte el entorno Docker. Se intentó:
        docker image inspect debian:trixie-slim: el motor no la tiene
        docker pull debian:trixie-slim: Error response from daemon: no such host
        mmdebstrap: no está en esta máquina
      Qué hacer: sudo apt-get update && sudo apt-get install mmdebstrap"
    `)
    expect(said(build(machine, 'en'))).toMatchInlineSnapshot(`
      "Error: The image debian:trixie-slim, which the Docker fixture starts from, cannot be had. Tried:
        docker image inspect debian:trixie-slim: the engine does not have it
        docker pull debian:trixie-slim: Error response from daemon: no such host
        mmdebstrap: not on this machine
      What to do: sudo apt-get update && sudo apt-get install mmdebstrap"
    `)
  })

  test('with an mmdebstrap that fails: its own last line', () => {
    const machine = { docker: WITHOUT_BASE, 'apt-get': DEBIAN, mmdebstrap: FAILING }
    const ended = build(machine, 'es')
    expect(ended).toMatchObject({ status: 4, stdout: '' })
    expect(said(ended)).toMatchInlineSnapshot(`
      "Error: No se consigue la imagen debian:trixie-slim, de la que parte el entorno Docker. Se intentó:
        docker image inspect debian:trixie-slim: el motor no la tiene
        docker pull debian:trixie-slim: Error response from daemon: no such host
        mmdebstrap: E: cannot read the mirror
      Qué hacer: Donde conteste Docker Hub, docker pull debian:trixie-slim && docker save --output base.tar debian:trixie-slim; aquí, docker load --input base.tar"
    `)
    expect(said(build(machine, 'en'))).toMatchInlineSnapshot(`
      "Error: The image debian:trixie-slim, which the Docker fixture starts from, cannot be had. Tried:
        docker image inspect debian:trixie-slim: the engine does not have it
        docker pull debian:trixie-slim: Error response from daemon: no such host
        mmdebstrap: E: cannot read the mirror
      What to do: Where Docker Hub answers, docker pull debian:trixie-slim && docker save --output base.tar debian:trixie-slim; here, docker load --input base.tar"
    `)
  })

  test.each([
    [
      'whose apt-get has no lists yet',
      { 'apt-get': 'true' },
      'apt-get aún no sabe de ningún paquete',
      'apt-get knows of no packages yet',
      'sudo apt-get update && sudo apt-get install mmdebstrap',
    ],
    [
      'of another distribution',
      { 'apt-get': 'echo "Ubuntu noble http://archive.example/ubuntu/"' },
      'los paquetes de esta máquina no son de Debian',
      "this machine's packages are not Debian's",
      'docker load --input base.tar',
    ],
    [
      'without apt-get',
      {},
      'esta máquina no tiene apt-get',
      'this machine has no apt-get',
      'docker load --input base.tar',
    ],
  ])('on a machine %s', (_, programs, es, en, next) => {
    for (const [lang, why] of [
      ['es', es],
      ['en', en],
    ] as const) {
      const ended = build({ docker: WITHOUT_BASE, ...programs }, lang)
      expect(ended).toMatchObject({ status: 4, stdout: '' })
      expect(said(ended)).toContain(`\n  mmdebstrap: ${why}\n`)
      expect(said(ended).split('\n').at(-1)).toContain(next)
    }
  })
})

describe('a base image made of Debian’s packages', () => {
  /** An engine that takes any, and keeps what it was asked to do; it builds nothing. */
  const ENGINE = `echo "$*" >>"\${0%/*}/asked"
case "$1" in
  version | tag | rmi) ;;
  import) while read -r _; do :; done; echo sha256:0b1c ;;
  *) exit 1 ;;
esac`

  test.each([
    ['gets its name once it is whole', 'exit 0', 'tag sha256:0b1c debian:trixie-slim', /does not build/],
    ['of which there is a half gets none', 'exit 25', 'rmi sha256:0b1c', /mmdebstrap: E: no more$/m],
  ])('%s', (_, end, asked, message) => {
    const mmdebstrap = `[ "$1" = --version ] && exit; echo image; echo "E: no more" >&2; ${end}`
    const machine = fakePrograms({ docker: ENGINE, 'apt-get': DEBIAN, mmdebstrap })
    const { status, stderr } = cli('fixture', ['build', '--lang', 'en'], { DOCKER_HOST: '', PATH: machine })
    expect({ status, stderr }).toEqual({ status: 4, stderr: expect.stringMatching(message) })
    const lines = readFileSync(join(machine, 'asked'), 'utf8').split('\n')
    expect(lines.filter((line) => /^(tag|rmi) /.test(line))).toEqual([asked])
  })
})

test('an engine that withholds what a machine of the image needs: built, and still not to be had', () => {
  const es = build({ docker: WITHHOLDING }, 'es')
  expect(es).toMatchObject({ status: 4, stdout: '' })
  expect(said(es)).toMatchInlineSnapshot(`
    "Error: El entorno Docker no arranca: fixture: the capability SYS_ADMIN: permission denied
    Qué hacer: El motor tiene que dar SYS_ADMIN y espacios de nombres de usuario: uno sin privilegios (rootless) no puede. Usa uno de root, DOCKER_HOST=unix:///var/run/docker.sock. Mientras: --fixture embedded"
  `)
  expect(said(build({ docker: WITHHOLDING }, 'en'))).toMatchInlineSnapshot(`
    "Error: The Docker fixture does not start: fixture: the capability SYS_ADMIN: permission denied
    What to do: The engine must grant SYS_ADMIN and user namespaces, which a rootless one cannot: use one that root runs, DOCKER_HOST=unix:///var/run/docker.sock. Meanwhile: --fixture embedded"
  `)
})
