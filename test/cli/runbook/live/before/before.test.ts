import { chmodSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DemoStep } from '../../../../support/live-demo.ts'
import { type Demo, liveDirectory, plain } from '../../../../support/live-directory.ts'

const place = liveDirectory()
const { at, attended, exists, unattended } = place

/** A program of the person's that says so, or whatever else it does. */
function program(name: string, text: string) {
  writeFileSync(at(name), `#!/bin/sh\n${text}\n`)
  chmodSync(at(name), 0o755)
}

const step = (text: string, rest: Partial<DemoStep> = {}): DemoStep => ({
  id: 'change',
  effect: 'update',
  text,
  ...rest,
})

describe('programs that the steps need', () => {
  test('are shown with their version, before the first step', async () => {
    program('jq', 'echo jq-1.8.1')
    const { status, out } = await unattended({ steps: [step('jq . > changes')] })
    expect(status).toBe(0)
    expect(out).toMatch(/✔ jq +1\.8\.1/)
  })

  test('that are missing stop a run that nobody attends, before its first step', async () => {
    const run = unattended({ steps: [step('touch changes'), step('no-such-program', { id: 'next' })] })
    await expect(run).rejects.toMatchObject({ exit: 4, message: expect.stringContaining('no-such-program (in next)') })
    expect(exists('changes')).toBe(false)
  })

  test('that are missing are asked about', async () => {
    const live = attended({ steps: [step('touch changes'), step('no-such-program', { id: 'next' })] })
    await live.answer('Go on without it? [y/N]', 'n')
    expect(await live.ended).toBe(4)
    expect(exists('changes')).toBe(false)
    expect(plain(live.printed())).toMatch(/✘ no-such-program +missing/)
  })

  test('that a step brings are no reason to stop', async () => {
    const text = `printf '#!/bin/sh\\ntouch changes\\n' > brought; chmod +x brought`
    const { status } = await unattended({ steps: [step(text, { id: 'bring' }), step('brought')] })
    expect(status).toBe(0)
    expect(exists('changes')).toBe(true)
  })

  test('whose service does not answer, or that nobody is logged in to, stop it too', async () => {
    program('docker', 'test "$1" = --version && echo Docker version 29.1.3, build x')
    const run = unattended({ steps: [step('docker ps > changes')] })
    await expect(run).rejects.toMatchObject({
      exit: 4,
      hint: { en: expect.stringContaining('engine does not answer') },
    })
    program('gcloud', 'case "$*" in "config get-value account") echo one@example.com ;; *) exit 1 ;; esac')
    const live = attended({ steps: [step('gcloud run services list > changes')] })
    await live.answer('Go on without it? [y/N]', 'n')
    expect(await live.ended).toBe(4)
    expect(plain(live.printed())).toMatch(/✘ gcloud +Log in: gcloud auth login/)
    expect(exists('changes')).toBe(false)
  })

  test('older than the ones that command lines were checked against are said to be', async () => {
    program('docker', 'echo Docker version 19.3.1, build x')
    const { out } = await unattended({ steps: [step('docker ps > changes')] })
    expect(out).toMatch(/\? docker +19\.3\.1 +ready; older than the one checked, 26\.1\.5/)
  })

  test('and what gcloud answers with stays unseen', async () => {
    program('gcloud', 'case "$*" in *print-access-token*) touch asked; echo t0ken-of-gcloud ;; esac')
    const { status, out } = await unattended({ steps: [step('gcloud run services list > changes')] })
    expect(status).toBe(0)
    expect(exists('asked')).toBe(true)
    expect(out).toMatch(/✔ gcloud/)
    expect(out + place.journal()).not.toContain('t0ken')
  })
})

describe('the target', () => {
  const demo: Demo = {
    parameters: { SERVER: { type: 'hostname', example: 'prod.example.com' } },
    options: { flags: { SERVER: 'prod.example.com' } },
    steps: [step('ssh "deploy@$SERVER" true', { uses: ['SERVER'] }), step('true', { id: 'next' })],
  }

  test('is every place the steps go to, and the account', async () => {
    program('ssh', 'exit 0')
    const { status, out } = await unattended({
      ...demo,
      environment: { CLOUDSDK_CORE_PROJECT: 'a-project', DOCKER_HOST: 'unix:///var/run/docker.sock' },
    })
    expect(status).toBe(0)
    expect(out).toMatch(/server +prod\.example\.com +SERVER; change/)
    expect(out).toMatch(/account +one@example\.com +gcloud/)
    expect(out).toMatch(/CLOUDSDK_CORE_PROJECT +a-project +environment/)
  })

  test('is confirmed before the first step, and a no leaves no run', async () => {
    program('ssh', 'test "$1" = -V || touch changes')
    const options = { ...demo.options, yes: false }
    const live = attended({ ...demo, options })
    await live.answer('Is this the target? Start? [y/N]', 'n')
    expect(await live.ended).toBe(130)
    expect(exists('changes')).toBe(false)
    expect(exists('state/runs')).toBe(false)
    const next = attended({ ...demo, options })
    await next.answer('Is this the target? Start? [y/N]', 'y')
    await next.answer('From here on there are changes. Go on? [y/N]', 'y')
    expect(await next.ended).toBe(0)
    expect(exists('changes')).toBe(true)
  })

  test('is confirmed, too, where only what a run is given names it', async () => {
    const live = attended({
      ...demo,
      steps: [step('touch "$SERVER"', { uses: ['SERVER'] })],
      options: { ...demo.options, yes: false },
    })
    await live.answer('Is this the target? Start? [y/N]', 'n')
    expect(await live.ended).toBe(130)
    expect(exists('prod.example.com')).toBe(false)
  })

  test('a run that stays on this machine is not asked about', async () => {
    const live = attended({ steps: [step('touch changes')], options: { yes: false } })
    await live.answer('Go on? [y/N]', 'y')
    expect(await live.ended).toBe(0)
    expect(live.printed()).not.toContain('Is this the target?')
  })
})

describe('a page that nobody rehearsed', () => {
  const removing = [step('touch removed', { id: 'remove', effect: 'delete' })]

  test('and that deletes, or changes something elsewhere, does not run', async () => {
    const run = unattended({ steps: removing, options: { unverified: false, yesDelete: true } })
    await expect(run).rejects.toMatchObject({
      exit: 2,
      hint: { en: 'Rehearse it: pnpm runbook demo --dry-run. If you cannot, add --unverified.' },
    })
    expect(exists('removed')).toBe(false)
    const there = unattended({
      parameters: { SERVER: { type: 'hostname', example: 'prod.example.com' } },
      options: { flags: { SERVER: 'prod.example.com' }, unverified: false },
      steps: [step('ssh "deploy@$SERVER" touch it', { uses: ['SERVER'] })],
    })
    await expect(there).rejects.toMatchObject({
      hint: { en: expect.stringContaining('pnpm runbook demo --dry-run --server prod.example.com.') },
    })
  })

  test('runs with --unverified, or where it only changes this machine, with a warning', async () => {
    const warning = 'Warning: nobody has rehearsed this page here. Rehearse it: pnpm runbook demo --dry-run'
    const { status, out } = await unattended({ steps: removing, options: { unverified: true, yesDelete: true } })
    expect({ status, warned: out.includes(warning) }).toEqual({ status: 0, warned: true })
    const here = await unattended({ steps: [step('touch changes')], options: { unverified: false } })
    expect({ status: here.status, warned: here.out.includes(warning) }).toEqual({ status: 0, warned: true })
  })

  test('goes on once it was agreed to', async () => {
    const failing = [step('test -e go', { id: 'wait', effect: 'read' }), ...removing]
    const options = { unverified: true, yesDelete: true }
    expect((await unattended({ steps: failing, options })).status).toBe(1)
    place.touch('go')
    const { status } = await unattended({ steps: failing, options: { ...options, unverified: false, resume: '' } })
    expect(status).toBe(0)
  })
})
