import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { FixtureMissing } from '#fixture/docker/missing.ts'
import { readyFixture } from '../../src/fixture/docker/ready.ts'
import { fetchSuite } from '../fixture/oils/suite.ts'

/** What was found of a need: what to use of it, or why it is not there and how to have it. */
export type Found = { use: string } | { why: string; how: string }

interface Need {
  /** As a person calls it. */
  name: string
  look(signal: AbortSignal): Found | Promise<Found>
}

/** What tests need that not every machine has. */
export const NEEDS = {
  'docker-fixture': { name: 'the Docker fixture', look: lookForFixture },
  chromium: { name: 'Chromium', look: lookForChromium },
  'oils-suite': { name: 'the public shell suite of Oils', look: lookForOils },
  npm: { name: 'npm', look: program('npm') },
  python3: { name: 'Python', look: program('python3') },
  shellcheck: { name: 'ShellCheck', look: program('shellcheck') },
  zsh: { name: 'zsh', look: program('zsh') },
  fish: { name: 'fish', look: program('fish') },
  script: { name: 'the script of util-linux', look: program('script', { of: 'util-linux', install: 'bsdutils' }) },
  mounts: { name: 'a disk of its own for a test', look: lookForMounts },
} as const satisfies Record<string, Need>

export type NeedName = keyof typeof NEEDS

/** Builds its image if it must: minutes, the first time. */
async function lookForFixture(signal: AbortSignal): Promise<Found> {
  let told = false
  const tell = () => {
    if (!told) process.stderr.write('\nBuilding the image of the Docker fixture: some minutes, the first time.\n')
    told = true
  }
  return readyFixture({ tell, signal }).then(
    (use) => ({ use }),
    (error: unknown) => {
      if (!(error instanceof FixtureMissing)) throw error
      return { why: error.text.en, how: error.hint?.en ?? 'pnpm fixture build' }
    },
  )
}

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

function lookForChromium(): Found {
  const paths = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : BROWSERS
  const use = paths.find((path) => existsSync(path))
  return use ? { use } : { why: `${paths.join(', ')}: not there`, how: install('chromium fonts-dejavu-core') }
}

function lookForOils(): Found {
  const suite = fetchSuite()
  if ('spec' in suite) return { use: suite.spec }
  return { why: suite.missing, how: 'OILS_REPOSITORY=<a copy of it, a path or an address> pnpm test:long' }
}

function lookForMounts(): Found {
  const { status } = spawnSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'])
  if (status === 0) return { use: 'unshare' }
  return { why: 'no user namespaces, or no unshare', how: 'sudo sysctl kernel.unprivileged_userns_clone=1' }
}

/** A program on PATH, by what it says to `--version`. */
function program(name: string, { of = '', install: packages = name } = {}): () => Found {
  return () => {
    const { status, stdout } = spawnSync(name, ['--version'], { encoding: 'utf8' })
    if (status === 0 && stdout.includes(of)) return { use: name }
    return { why: `no ${name}${of && ` of ${of}`} is on PATH`, how: install(packages) }
  }
}

const install = (packages: string) => `sudo apt-get install ${packages}`
