import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { readAsBash } from '#formats/dotenv/bash.ts'
import { readAsCompose } from '#formats/dotenv/compose.ts'
import { readAsDocker } from '#formats/dotenv/docker.ts'
import type { DotenvReader } from '#formats/dotenv/line.ts'
import { readAsSystemd } from '#formats/dotenv/systemd.ts'

/** A file that sets A, and its value to bash, Compose, `docker run --env-file` and systemd; null where a reader takes none. */
const FILES: readonly (readonly [string, string | null, string | null, string | null, string | null])[] = [
  ['A=plain', 'plain', 'plain', 'plain', 'plain'],
  ['A="two words"', 'two words', 'two words', '"two words"', 'two words'],
  ["A='x$y'", 'x$y', 'x$y', "'x$y'", 'x$y'],
  ['A=two words', null, 'two words', 'two words', 'two words'],
  ['A=x # note', 'x', 'x', 'x # note', 'x # note'],
  ['A=x#y', 'x#y', 'x#y', 'x#y', 'x#y'],
  ['B=1\nA=$B-${B}', '1-1', '1-1', '$B-${B}', '$B-${B}'],
  ['A=', '', '', '', ''],
  ['A=b=c', 'b=c', 'b=c', 'b=c', 'b=c'],
  ['A=x  ', 'x', 'x', 'x  ', 'x'],
  ['A=["https://x"]', '[https://x]', '["https://x"]', '["https://x"]', '["https://x"]'],
  ['A=p&q', null, 'p&q', 'p&q', 'p&q'],
  ['A=p(q', null, 'p(q', 'p(q', 'p(q'],
  ['export A=x', 'x', 'x', null, null],
  ['A="x\ny"', 'x\ny', 'x\ny', '"x', 'x\ny'],
  ['A="x\\ny"', 'x\\ny', 'x\ny', '"x\\ny"', 'x\\ny'],
  ['A=a\\b', 'ab', 'a\\b', 'a\\b', 'ab'],
  ['# A=no\nA=yes', 'yes', 'yes', 'yes', 'yes'],
]

const valueIn = (reader: DotenvReader, text: string): string | null =>
  reader(text).findLast(({ name, problem }) => name === 'A' && !problem)?.value ?? null

test.each(FILES)('%j', (text, bash, compose, docker, systemd) => {
  expect([readAsBash, readAsCompose, readAsDocker, readAsSystemd].map((reader) => valueIn(reader, text))).toEqual([
    bash,
    compose,
    docker,
    systemd,
  ])
})

test.each(FILES.filter(([, bash]) => bash !== null))('bash itself reads %j so', (text, bash) => {
  const script = 'set -a; source <(printf %s "$FILE"); printf %s "$A"'
  const env = { PATH: process.env.PATH ?? '', FILE: text }
  const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env })
  expect({ stdout, text }).toEqual({ stdout: bash, text })
})

test('carriage returns: Docker, Compose and systemd drop them, bash keeps them', () => {
  const text = 'A=x\r\nB=y\r\n'
  expect([readAsCompose, readAsDocker, readAsSystemd].map((reader) => valueIn(reader, text))).toEqual(['x', 'x', 'x'])
  expect(valueIn(readAsBash, text)).toBe('x\r')
})
