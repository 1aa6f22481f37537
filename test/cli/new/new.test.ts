import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS } from '../../../src/cli/new/kinds.ts'
import { create } from '../../../src/cli/new/new.ts'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'
import { fakeTerminal } from '../../support/terminal.ts'

let project: ProjectCopy
beforeAll(() => {
  project = copyProject()
})
afterAll(() => project.close())

const SYSTEM = ['--system', 'octavios']

test('pages of every kind verify as they are written', () => {
  for (const [kind, { of }] of Object.entries(KINDS))
    if (kind !== 'system')
      expect(project.run('new', kind, `new-${kind}`, ...(of ? SYSTEM : []))).toMatchObject({ status: 0, stderr: '' })
  const { status, stdout } = project.run('verify', '--static', '--report', 'json')
  expect(JSON.parse(stdout)).toMatchObject({ findings: [] })
  expect(status).toBe(0)
  expect(project.read('content/docs/runbooks/new-runbook.md')).toContain('system: octavios')
  expect(project.read('content/docs/post-mortems/new-incident.md')).toContain('services: [octavios]')
  expect(project.read('content/docs/en/post-mortems/new-incident.md')).toContain('precision: unknown')
})

test('a new runbook runs, in every other world of its system', { timeout: 300_000 }, () => {
  const systems = readdirSync('runbooks/fixtures')
  for (const system of systems) expect(project.run('new', 'runbook', `on-${system}`, '--system', system).status).toBe(0)
  const ids = systems.map((system) => `on-${system}`)
  const { stdout, stderr, status } = project.run('verify', ...ids, '--fixture', 'embedded', '--variations', '12')
  expect(stderr).toContain(`on-${systems[0]} · remove  12 passed`)
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('5 emulated') })
})

test('a page that exists stays as it is', () => {
  const before = project.read('content/docs/runbooks/new-runbook.md')
  const { status, stderr } = project.run('new', 'runbook', 'new-runbook')
  expect(status).toBe(2)
  expect(stderr).toContain('content/docs/runbooks/new-runbook.md exists already; nothing has been written.')
  expect(project.read('content/docs/runbooks/new-runbook.md')).toBe(before)
})

test('a runbook whose script exists is not written: another page has the id', () => {
  project.write('runbooks/taken.ts', 'export {}\n')
  const { status, stderr } = project.run('new', 'runbook', 'taken', ...SYSTEM)
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('runbooks/taken.ts exists already'),
  })
  expect(existsSync(join(project.root, 'content/docs/runbooks/taken.md'))).toBe(false)
})

test('interrupted before it writes, it writes nothing', async () => {
  const { terminal } = fakeTerminal({ args: ['guide', 'interrupted'], signal: AbortSignal.abort() })
  await expect(create(terminal)).rejects.toThrow('aborted')
  expect(existsSync('content/docs/guides/interrupted.md')).toBe(false)
})

/** Where it stops, and what it says, in both languages. Nothing is written. */
async function refused(args: readonly string[]): Promise<string[]> {
  const said = ['es', 'en'].map(async (locale) => {
    const { terminal } = fakeTerminal({ args, locale: locale as 'es' | 'en' })
    const error = await create(terminal).then(
      () => undefined,
      (stopped) => stopped,
    )
    expect(error?.exit).toBe(2)
    return `${error.text[locale]} ${error.hint[locale]}`
  })
  return Promise.all(said)
}

describe('is refused', () => {
  const CHARACTERS = [
    'usa minúsculas de la a a la z, dígitos y guiones sueltos entre ellos, y empieza por una letra. Por ejemplo: pnpm new runbook rotar-certificado',
    'use lower-case letters, digits and single hyphens between them, and begin with a letter. For example: pnpm new runbook rotate-certificate',
  ]
  test.each([['New-Page'], ['my page'], ['../page'], ['página'], ['1page'], ['page-'], ['a--b'], ['']])(
    'an id of other characters: "%s"',
    async (id) => {
      const [es, en] = await refused(['runbook', id])
      expect(es).toBe(`«${id}» no sirve de id: ${CHARACTERS[0]}`)
      expect(en).toBe(`"${id}" cannot be an id: ${CHARACTERS[1]}`)
    },
  )

  test('an id in several words', async () => {
    expect((await refused(['guide', 'my', 'page']))[1]).toContain('"my page" cannot be an id: use lower-case letters')
  })

  test.each([
    ['index', 'it is the page that lists the others'],
    ['null', 'in YAML it is a value, and no name'],
    ['yes', 'in YAML it is a value, and no name'],
    ['nul', 'on Windows no file can have that name'],
    ['com1', 'on Windows no file can have that name'],
    ['lpt9', 'on Windows no file can have that name'],
    ['a'.repeat(61), 'it must have 60 characters or fewer'],
  ])('a reserved id: %s', async (id, why) => {
    for (const kind of ['runbook', 'incident', 'guide'])
      expect((await refused([kind, id]))[1]).toContain(`"${id}" cannot be an id: ${why}.`)
  })

  test('no kind, an unknown one and no id', async () => {
    expect([await refused([]), await refused(['runbok', 'page']), await refused(['guide'])]).toMatchInlineSnapshot(`
      [
        [
          "Di qué crear. Crea: runbook, incident, guide, system, service",
          "Say what to make. It makes: runbook, incident, guide, system, service",
        ],
        [
          "pnpm new no crea «runbok». ¿Querías decir «runbook»?",
          "pnpm new does not make "runbok". Did you mean "runbook"?",
        ],
        [
          "Falta el id. Por ejemplo: pnpm new guide copias-de-seguridad",
          "The id is missing. For example: pnpm new guide backups",
        ],
      ]
    `)
  })

  test('a system for what has none', async () => {
    expect(await refused(['guide', 'page', ...SYSTEM])).toMatchInlineSnapshot(`
      [
        "--system no se usa con guide. Quita la opción.",
        "--system is not used with guide. Leave the option out.",
      ]
    `)
  })
})
