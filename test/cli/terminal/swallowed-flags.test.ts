import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { StopError } from '#finding/error.ts'
import { refuseEaten } from '../../../src/cli/terminal/swallowed-flags.ts'
import { fromMachine } from '../../require.ts'

const npmAvailable = (await fromMachine('npm')) !== undefined

const directory = mkdtempSync(join(tmpdir(), 'eaten-'))
afterAll(() => rmSync(directory, { recursive: true }))

describe.skipIf(!npmAvailable)('npm run', () => {
  const npm = (...args: string[]) => {
    const environment = { PATH: process.env.PATH, HOME: directory, LANG: 'en_GB.UTF-8' }
    return spawnSync('npm', ['run', '--silent', ...args], { env: environment, encoding: 'utf8' })
  }

  test.each([
    ['runbook docker-commands --dry-run', '--dry-run', 'docker-commands --dry-run'],
    ['runbook docker-commands --dryrun', '--dry-run', 'docker-commands --dry-run'],
    ['runbook docker-commands --plan', '--plan', 'docker-commands --plan'],
    ['runbook docker-commands --yes', '--yes', 'docker-commands --yes'],
    [
      'runbook docker-commands --dry-run --fixture=docker',
      '--dry-run, --fixture',
      'docker-commands --dry-run --fixture …',
    ],
    ['runbook cloud-run-deploy --db-password=hunter2', '--db-password', 'cloud-run-deploy --db-password …'],
    ['generate --check', '--check', '--check'],
    ['verify docker-commands --static', '--static', 'docker-commands --static'],
  ])('%s is refused, with what to type', (line, flags, meant) => {
    const [script = '', ...args] = line.split(' ')
    const { status, stdout, stderr } = npm(script, ...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(`npm has taken ${flags} for itself`)
    expect(stderr).toContain(`Type npm run ${script} -- ${meant}, or pnpm ${script} ${meant}\n`)
    expect(stderr).not.toContain('hunter2')
  })

  test('what it would have us type works', () => {
    const { status, stdout } = npm('runbook', '--', 'docker-commands', '--plan')
    expect(status).toBe(0)
    expect(stdout).toContain('docker-commands')
  })
})

describe('settings that nobody typed', () => {
  const words = { es: '', en: '' }
  const OPTIONS = {
    'dry-run': { words },
    yes: { words },
    fixture: { value: words, words },
    prefix: { value: words, words },
  } as const
  const npm = {
    npm_lifecycle_script: 'node scripts/start.mjs runbook',
    npm_lifecycle_event: 'runbook',
    npm_config_npm_version: '11.0.0',
    npm_config_user_agent: 'npm/11.0.0 node/v24.0.0',
    npm_config_local_prefix: directory,
    npm_config_prefix: '/usr',
  }
  const pnpm = { ...npm, npm_config_user_agent: 'pnpm/12.0.0 npm/?' }
  const message = (environment: Record<string, string>, given: readonly string[] = []) => {
    try {
      refuseEaten(OPTIONS, new Set(given), { args: ['x', 'docker'], environment })
    } catch (error) {
      return error instanceof StopError ? error.hint?.en : String(error)
    }
    return undefined
  }
  const npmrc = (text: string) => writeFileSync(join(directory, '.npmrc'), text)

  test.each([
    ['none but those npm always has', npm, []],
    ['those of another script', { ...npm, npm_lifecycle_script: 'vitest run', npm_config_dry_run: 'true' }, []],
    ['one that is off', { ...npm, npm_config_dry_run: '', npm_config_yes: 'false' }, []],
    ['one that reached us too', { ...npm, npm_config_dry_run: 'true' }, ['dry-run']],
    ['`npx --yes pnpm`', { ...pnpm, npm_config_yes: 'true' }, []],
    ['a variable of the person', { ...npm, npm_config_yes: 'true', NPM_CONFIG_YES: 'true' }, []],
    ['pnpm alone, with any setting', { ...npm, npm_config_npm_version: '', npm_config_dry_run: 'true' }, []],
  ])('are no reason to stop: %s', (_, environment, given) => {
    npmrc('')
    expect(message(environment, given)).toBeUndefined()
  })

  test('are no reason to stop: those of an .npmrc', () => {
    npmrc('yes = true\ndry-run=true\n')
    expect(message({ ...npm, npm_config_yes: 'true' })).toBeUndefined()
    expect(message({ ...pnpm, npm_config_dry_run: 'true' })).toBeUndefined()
  })

  test('but with npm a dry run may have been meant all the same', () => {
    npmrc('dry-run=true\n')
    expect(message({ ...npm, npm_config_dry_run: 'true' })).toContain('--dry-run')
  })

  test('are told from those an npm above pnpm took', () => {
    npmrc('dry-run=false\nyes=false\n')
    expect(message({ ...pnpm, npm_config_dry_run: 'true', npm_config_fixture: 'true' })).toContain(
      'npm run runbook -- x --dry-run --fixture docker, or',
    )
  })
})
