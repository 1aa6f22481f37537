import type { BaseImage } from '#schema/seed.ts'
import { sha256 } from './digest.ts'
import type { Image } from './model.ts'

/** PATH of an image that sets none. */
export const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Built long before any run, as public images are: 2025-06-01. */
const PUBLISHED_AT = 1_748_736_000_000
const PASSWD = [
  'root:x:0:0:root:/root:/bin/bash',
  'www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin',
  'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin',
]
const GROUP = ['root:x:0:', 'www-data:x:33:', 'nogroup:x:65534:']

/** The images a seed's base image stands for, one per platform. */
export function baseImages(declared: BaseImage): Image[] {
  return declared.platforms.map((platform) => baseImage(declared, platform))
}

/** `3.12` of `python:3.12-slim`; undefined when the name tells no Python version. */
function pythonVersion(name: string): string | undefined {
  return /(?:^|\/)python:(\d+\.\d+)/.exec(name)?.[1]
}

function baseImage(declared: BaseImage, platform: string): Image {
  const digest = sha256(`${declared.name} ${platform} ${JSON.stringify(declared)}`)
  return {
    digest: `sha256:${digest}`,
    platform,
    createdAt: PUBLISHED_AT,
    bytes: 40_000_000 + (Number.parseInt(digest.slice(0, 6), 16) % 90_000_000),
    entrypoint: [],
    command: declared.command,
    env: baseEnv(declared.name),
    ports: declared.ports,
    directory: '/',
    user: '',
    labels: {},
    healthcheck: undefined,
    files: baseFiles(declared),
    programs: [...systemPrograms(declared.name), ...declared.programs],
  }
}

const DEBIAN = 'bash apt-get apt dpkg useradd adduser groupadd addgroup'.split(' ')
const ALPINE = 'apk adduser addgroup wget nc'.split(' ')

/** What the distribution brings: Alpine is told by the name, anything else is Debian's kin. */
const systemPrograms = (name: string): readonly string[] => (/alpine/.test(name) ? ALPINE : DEBIAN)

function baseEnv(name: string): Record<string, string> {
  const version = pythonVersion(name)
  return version === undefined
    ? { PATH: DEFAULT_PATH }
    : { PATH: `/usr/local/bin:${DEFAULT_PATH}`, PYTHON_VERSION: version }
}

function baseFiles(declared: BaseImage): Record<string, string> {
  const version = pythonVersion(declared.name)
  const python = version === undefined ? {} : { [`/usr/local/lib/python${version}/site-packages/`]: '' }
  const os = /alpine/.test(declared.name) ? 'ID=alpine\n' : 'ID=debian\n'
  return {
    '/etc/passwd': `${PASSWD.join('\n')}\n`,
    '/etc/group': `${GROUP.join('\n')}\n`,
    '/etc/os-release': os,
    '/usr/local/bin/': '',
    '/root/': '',
    '/home/': '',
    '/tmp/': '',
    ...python,
    ...Object.fromEntries(declared.programs.map((program) => [`/usr/local/bin/${program}`, ''])),
  }
}
