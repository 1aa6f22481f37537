import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { StopError } from '#finding/error.ts'
import { completion } from '../../../../src/cli/runbook/completion/completion.ts'
import { RUNBOOK_OPTIONS } from '../../../../src/cli/runbook/option-table.ts'
import { REPORT_FORMATS } from '../../../../src/cli/terminal/report-format.ts'
import { fromMachine } from '../../../require.ts'
import { fakeTerminal } from '../../../support/terminal.ts'

const directory = mkdtempSync(join(tmpdir(), 'completion-'))
afterAll(() => rmSync(directory, { recursive: true }))

const file = (shell: string) => join(directory, `c.${shell}`)

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const fake = fakeTerminal({ args: ['completion', shell] })
    expect(await completion(fake.terminal)).toBe(0)
    writeFileSync(file(shell), fake.out())
  }
})

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

/** Has a shell complete a line; gives the words it offers. */
const SHELLS = {
  bash: (line: string, before = '') =>
    lines(
      execFileSync(
        'bash',
        [
          '--norc',
          '-c',
          `${before}\n. "$1"; COMP_LINE=$2 COMP_POINT=\${#2}; __runbook_complete pnpm; printf '%s\\n' "\${COMPREPLY[@]}"`,
          'bash',
          file('bash'),
          line,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], cwd: directory },
      ),
    ),
  fish: (line: string) =>
    lines(
      execFileSync('fish', ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', file('fish'), line], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: directory },
        cwd: directory,
      }),
    ).map((offered) => offered.split('\t')[0] ?? ''),
  zsh: (line: string) => {
    const offered = execFileSync('zsh', ['-f', 'test/cli/runbook/completion/offered.zsh', file('zsh'), line], {
      encoding: 'utf8',
    })
    return lines(offered)
  },
} as const

const present = {
  bash: true,
  zsh: (await fromMachine('zsh')) !== undefined,
  fish: (await fromMachine('fish')) !== undefined,
}

const runbooks = readdirSync('runbooks').flatMap((name) => (name.endsWith('.ts') ? [name.slice(0, -3)] : []))
const [, header = ''] = readFileSync('content/docs/runbooks/cloud-run-deploy.md', 'utf8').split(/^---$/m)
const PROCEDURES: readonly string[] = parse(header).runbook.procedures.map(({ id }: { id: string }) => id)

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['pnpm runbook ', runbooks],
  ['pnpm runbook cloud-run-de', ['cloud-run-deploy']],
  ['pnpm runbook cloud-run-deploy ', PROCEDURES],
  ['pnpm runbook --region europe-west1 cloud-run-deploy rel', ['release']],
  ['pnpm runbook cloud-run-deploy --only build-', ['build-image', 'build-next-image']],
  ['pnpm runbook cloud-run-deploy --fixture ', ['docker', 'embedded']],
  ['pnpm runbook cloud-run-deploy --report ', REPORT_FORMATS],
  ['pnpm runbook cloud-run-deploy --re', ['--region', '--report', '--resume']],
  ['pnpm runbook octavios-rollback --rep', ['--report']],
  ['pnpm verify docker-commands octavios-ro', ['octavios-rollback', 'octavios-rotate-secret']],
  ['pnpm generate --ch', ['--check']],
]

describe.each(Object.entries(SHELLS))('%s', (shell, complete) => {
  test.skipIf(!present[shell as keyof typeof present]).each(CASES)('%s', (line, offered) => {
    expect(complete(line).sort()).toEqual([...offered].sort())
  })
})

test('every option of a runbook is offered', () => {
  const offered = SHELLS.bash('pnpm runbook octavios-rollback --')
  for (const name of Object.keys(RUNBOOK_OPTIONS)) expect(offered).toContain(`--${name}`)
  expect(offered).not.toContain('--region')
})

test('a secret is no option', () => {
  expect(SHELLS.bash('pnpm runbook cloud-run-deploy --db-pass')).toEqual([])
})

test('what completed pnpm before still does the rest', () => {
  const before = 'other() { COMPREPLY=(install "$1"); }; complete -F other pnpm'
  expect(SHELLS.bash('pnpm ins', before)).toEqual(['install', 'pnpm'])
  expect(SHELLS.bash('pnpm runbook cloud-run-de', before)).toEqual(['cloud-run-deploy'])
})

test('a shell there is no completion for is refused, with those there are', async () => {
  const { terminal } = fakeTerminal({ args: ['completion', 'tcsh'] })
  const error = await completion(terminal).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StopError)
  expect(error).toMatchObject({
    exit: 2,
    text: { en: 'There is no shell "tcsh".' },
    hint: { en: 'Use one of: bash, zsh, fish.' },
  })
})
