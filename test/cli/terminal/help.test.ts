import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { StopError } from '#finding/error.ts'
import { LOCALES } from '#schema/locale.ts'
import { CHECK, check } from '../../../src/cli/check/check.ts'
import { FIXTURE, fixture } from '../../../src/cli/fixture/fixture.ts'
import { GENERATE, generate } from '../../../src/cli/generate/generate.ts'
import { create, NEW } from '../../../src/cli/new/new.ts'
import { RUNBOOK } from '../../../src/cli/runbook/help.ts'
import { runbook } from '../../../src/cli/runbook/runbook.ts'
import { RUNS, runs } from '../../../src/cli/runs/runs.ts'
import { SYNC, sync } from '../../../src/cli/sync/sync.ts'
import { type Command, renderHelp } from '../../../src/cli/terminal/help.ts'
import { type Option, takesValue } from '../../../src/cli/terminal/option-table.ts'
import type { Terminal } from '../../../src/cli/terminal/terminal.ts'
import { VERIFY } from '../../../src/cli/verify/help.ts'
import { verify } from '../../../src/cli/verify/verify.ts'
import { BENCH, bench } from '../../../src/maintain/bench/bench.ts'
import { ENDURANCE, endurance } from '../../../src/maintain/endurance/endurance.ts'
import { GRAMMARS, grammars } from '../../../src/maintain/grammars/grammars.ts'
import { fakeTerminal } from '../../support/terminal.ts'

type Run = (terminal: Terminal) => Promise<number>

const COMMANDS: [string, Command, Run][] = [
  ['runbook', RUNBOOK, runbook],
  ['runs', RUNS, runs],
  ['verify', VERIFY, verify],
  ['fixture', FIXTURE, fixture],
  ['new', NEW, create],
  ['generate', GENERATE, generate],
  ['sync', SYNC, sync],
  ['check', CHECK, check],
  ['bench', BENCH, bench],
  ['endurance', ENDURANCE, endurance],
  ['grammars', GRAMMARS, grammars],
]

/** What a command prints, and where it stops, given arguments and `--help`, so that it does nothing. */
async function asked(run: Run, args: readonly string[], locale: 'es' | 'en' = 'en') {
  const fake = fakeTerminal({ args: [...args, '--help'], locale })
  const status = await run(fake.terminal).catch((error: unknown) => {
    if (error instanceof StopError) return error.exit
    throw error
  })
  return { status, out: fake.out() }
}

const optionsOf = ({ options }: Command): [string, Option][] => Object.entries(options)

test('every command is here', () => {
  const scripts = readdirSync('scripts').flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -'.ts'.length)] : []))
  expect(COMMANDS.map(([name]) => name).sort()).toEqual(scripts.sort())
})

describe.each(COMMANDS)('pnpm %s --help', (name, command, run) => {
  test.each(LOCALES)('names every option and every choice, in %s', async (locale) => {
    const { status, out } = await asked(run, [], locale)
    expect(status).toBe(0)
    for (const [option, { choices, short, words }] of optionsOf(command)) {
      const [line = ''] = out.split('\n').filter((text) => new RegExp(` --${option}(?![\\w-])`).test(text))
      expect(line, option).toContain(short ? `-${short}, ` : '')
      expect(line, option).toContain(choices?.names.join('|') ?? '')
      expect(out.replaceAll(/\s+/g, ' ')).toContain(words[locale])
    }
  })

  test.each([60, 80])('keeps within %i columns, in order', (width) => {
    for (const locale of LOCALES)
      for (const line of renderHelp(command, locale, width).split('\n'))
        expect(line.length, line).toBeLessThanOrEqual(width)
  })

  test('keeps within a line', async () => {
    for (const locale of LOCALES)
      for (const line of (await asked(run, [], locale)).out.split('\n')) expect(line.length).toBeLessThan(121)
  })

  if (name !== 'runbook')
    test.each(optionsOf(command))('takes --%s as it says', async (option, described) => {
      for (const value of described.choices?.names ?? [takesValue(described) ? valueFor(option) : undefined])
        expect(await asked(run, [typed(option, value)])).toMatchObject({ status: 0 })
    })

  if (name !== 'runbook')
    test.each(['--nonsense', '--constructor', '--__proto__', '--toString', '-z'])('refuses %s', async (option) => {
      expect(await asked(run, [option])).toEqual({ status: 2, out: '' })
    })

  const choosing = optionsOf(command).filter(([, { choices }]) => choices)
  if (name !== 'runbook')
    test.each(choosing)('refuses what --%s does not name', async (option) => {
      for (const value of ['nonsense', '', 'TEXT', 'toString'])
        expect(await asked(run, [`--${option}=${value}`])).toEqual({ status: 2, out: '' })
    })
})

const typed = (option: string, value: string | undefined) =>
  value === undefined ? `--${option}` : `--${option}=${value}`

/** Help comes before what a value means. */
const valueFor = (option: string) => (option === 'shard' ? '1/2' : '1')

describe('pnpm runbook', () => {
  const id = 'docker-commands'
  const stops = async (...args: string[]) => {
    const fake = fakeTerminal({ args })
    return runbook(fake.terminal).then(
      (status) => ({ status, out: fake.out() }),
      (error: StopError) => ({ status: error.exit, text: error.text.en }),
    )
  }

  const harmless = optionsOf(RUNBOOK).filter(([option]) => !['json', 'plan', 'dry-run', 'help'].includes(option))
  test.each(harmless)('takes --%s as its help says', async (option, described) => {
    for (const value of described.choices?.names ?? [takesValue(described) ? 'build' : undefined])
      expect(await stops(id, '--plan', typed(option, value))).toMatchObject({ status: 0 })
  })

  test.each([
    ['--json'],
    ['--nonsense'],
    ['--constructor'],
    ['--report=xml'],
    ['--report=TEXT'],
    ['--fixture=host'],
    ['--fixture=podman'],
  ])('refuses %s', async (option) => {
    expect(await stops(id, '--plan', option)).toMatchObject({ status: 2 })
  })

  test('a live run refuses every option its help says is of a dry run', async () => {
    const dry = optionsOf(RUNBOOK).filter(([, { runs }]) => runs && !runs.includes('live') && !runs.includes('list'))
    expect(dry.length).toBeGreaterThan(1)
    for (const [option, { choices }] of dry) {
      const flag = choices ? `--${option} ${choices.names[0]}` : `--${option}`
      expect(await stops(id, '--yes', ...flag.split(' '))).toEqual({
        status: 2,
        text: `${flag} is for a dry run, and without --dry-run this would run for real.`,
      })
    }
  })
})
