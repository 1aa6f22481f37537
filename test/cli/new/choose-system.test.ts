import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromMachine } from '../../require.ts'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'
import { startInTerminal } from '../../support/spawned.ts'

let project: ProjectCopy
beforeAll(() => {
  project = copyProject()
})
afterAll(() => project.close())

const SYSTEMS = readdirSync('runbooks/fixtures').sort().join(', ')
const pages = () => readdirSync(join(project.root, 'content/docs/runbooks'))

describe('without a terminal', () => {
  test.each(['runbook', 'incident'])('a %s needs its system said, and the systems are listed', (kind) => {
    const { status, stderr } = project.run('new', kind, 'page')
    expect(status).toBe(2)
    expect(stderr).toContain('Say which system it is of: --system SYSTEM.')
    expect(stderr).toContain(`Those there are: ${SYSTEMS}. A new one: pnpm new system <id>`)
  })

  test.each([
    ['octavio', 'Did you mean "octavios"?'],
    ['zzz', `Those there are: ${SYSTEMS}.`],
    ['..', `Those there are: ${SYSTEMS}.`],
  ])('an unknown one is refused: %s', (system, hint) => {
    const { status, stderr } = project.run('new', 'runbook', 'page', '--system', system)
    expect(stderr).toContain(`There is no system "${system}".`)
    expect(stderr).toContain(hint)
    expect(status).toBe(2)
  })

  test('the messages are Spanish, too', () => {
    expect(project.run('new', 'runbook', 'page', '--lang', 'es').stderr).toContain(
      `Di de qué sistema es: --system SISTEMA.\nQué hacer: Los que hay: ${SYSTEMS}. Uno nuevo: pnpm new system <id>`,
    )
    expect(project.run('new', 'runbook', 'page', '--system', 'octavio', '--lang', 'es').stderr).toContain(
      'No hay ningún sistema «octavio».\nQué hacer: ¿Querías decir «octavios»?',
    )
  })

  test('nothing is written', () => {
    expect(pages()).not.toContain('page.md')
  })
})

/** `pnpm new …` in a terminal of its own. */
function inTerminal(...args: readonly string[]) {
  const { child, ended } = startInTerminal('new', args, { root: project.root, open: true })
  let printed = ''
  child.stdout?.on('data', (chunk) => {
    printed += String(chunk)
  })
  const asked = async (times: number) => {
    while (printed.split('Which system is it of?').length <= times) await wait(20)
    await wait(300)
  }
  const status = ended.then((end) => end.status)
  return { status, asked, printed: () => printed, type: (text: string) => child.stdin?.write(text) }
}

const script = await fromMachine('script')

describe.skipIf(script === undefined)('in a terminal', () => {
  test('it is asked for until it is one there is', async () => {
    const { status, asked, printed, type } = inTerminal('runbook', 'asked')
    await asked(1)
    expect(printed()).toContain(`Which system is it of? (${SYSTEMS})`)
    type('octavio\r')
    await asked(2)
    expect(printed()).toContain('There is no system "octavio". Did you mean "octavios"?')
    type('octavios\r')
    expect(await status).toBe(0)
    expect(project.read('content/docs/runbooks/asked.md')).toContain('system: octavios')
  })

  test('interrupted there, nothing is written', async () => {
    const { status, asked, type } = inTerminal('runbook', 'interrupted')
    await asked(1)
    type('\u0003')
    expect(await status).toBe(130)
    expect(pages()).not.toContain('interrupted.md')
  })

  test('it is not asked for what exists already, or has none', async () => {
    const existing = inTerminal('runbook', 'cloud-run-deploy')
    expect(await existing.status).toBe(2)
    const guide = inTerminal('guide', 'of-none')
    expect(await guide.status).toBe(0)
    expect(existing.printed() + guide.printed()).not.toContain('Which system')
  })
})

test('where there is no system yet, the first has to be made', () => {
  for (const system of SYSTEMS.split(', ')) rmSync(join(project.root, 'runbooks/fixtures', system), { recursive: true })
  expect(project.run('new', 'runbook', 'page').stderr).toContain(
    'There is no system yet.\nWhat to do: Make the first: pnpm new system <id>',
  )
})
