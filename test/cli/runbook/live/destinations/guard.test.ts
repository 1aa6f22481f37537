import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startLive } from '../../../../support/live-process.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const parameters = {
  PROJECT: { type: 'gcp-project-id' as const, example: 'x' },
  HOST: { type: 'hostname' as const, example: 'x' },
}
const environment = { PROJECT: 'my-project', HOST: 'prod.example.com' }

/** A first step that runs, and one that goes somewhere. */
const steps = (text: string, before = 'true') => [
  { id: 'first', effect: 'read' as const, text: `${before}; touch began` },
  { id: 'goes', effect: 'update' as const, text: `touch went; ${text}` },
]

const left = () => readdirSync(directory)
const live = (text: string, { before = 'true', ...rest }: { before?: string; typed?: boolean; yes?: boolean } = {}) =>
  startLive({
    directory,
    steps: steps(text, before),
    parameters,
    environment,
    typed: rest.typed ?? false,
    options: { yes: rest.yes ?? true },
  })

describe('a step that would go to another target', () => {
  test('is stopped before the first step where the page says so', async () => {
    const run = live('ssh other.example.com uptime')
    expect(await run.ended).toBe(2)
    expect(run.printed()).toContain(
      'Step "goes" addresses the machine other.example.com, which is not of this run (prod.example.com).',
    )
    expect(left()).not.toContain('began')
  })

  test.each([
    [
      'a variable an earlier step set',
      'TARGET=evil-project',
      'gcloud run services list --project="$TARGET"',
      'the project evil-project',
    ],
    ['one that it read', 'read -r H <<< other.example.com', 'ssh "$H" uptime', 'the machine other.example.com'],
    ['an export', 'P=evil-project', 'export CLOUDSDK_CORE_PROJECT=$P', 'the project evil-project'],
  ])('is stopped at its step when %s says so', async (_, before, text, words) => {
    const run = live(text, { before })
    expect(await run.ended).toBe(1)
    expect(run.printed()).toContain(`Step "goes" addresses ${words}, which is not of this run`)
    expect(left()).toContain('began')
    expect(left()).not.toContain('went')
  })
})

describe('in doubt', () => {
  test('a step is stopped where nobody can answer, whatever was confirmed beforehand', async () => {
    const run = live('gcloud config configurations activate other')
    expect(await run.ended).toBe(1)
    expect(run.printed()).toContain('and whether that is of this run (default) is not clear.')
    expect(left()).not.toContain('went')
  })

  test.each([
    ['y\r', true, 0],
    ['n\r', false, 130],
  ])('a person is asked, and answers %j', async (keys, went, status) => {
    const run = live('gcloud config configurations activate other || true', { typed: true })
    await run.prints('Is it the target of this run? Go on? [y/N]')
    await new Promise((wake) => setTimeout(wake, 500))
    run.child.stdin?.write(keys)
    expect(await run.ended).toBe(status)
    expect(left().includes('went')).toBe(went)
  })
})
