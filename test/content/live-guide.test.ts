import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { fromMachine } from '../require.ts'
import { plain } from '../support/live-directory.ts'
import { watch } from '../support/live-process.ts'
import { copyProject, type ProjectCopy } from '../support/project-copy.ts'
import { readText } from './pages.ts'

const terminal = await fromMachine('script')

/** The commands of a guide, in order: a person types them into one terminal. */
const commandsOf = (page: string): string[] =>
  [...readText(page).matchAll(/^```bash[^\n]*\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)

/** What is asked of the person, and what they answer. */
const GUIDES = [
  {
    page: 'content/docs/guides/live-runs.md',
    lang: 'es_ES.UTF-8',
    told: 'Qué va a cambiar, como en el ensayo con estos mismos valores',
    answers: [
      ['hay cambios. ¿Sigo?', 's'],
      ['hay cambios. ¿Sigo?', 's'],
      ['¿Qué hago?', 'p'],
      ['¿Qué hago?', 'r'],
      ['hay cambios. ¿Sigo?', 's'],
      ['escribe remove-note:', 'remove-note'],
    ],
  },
  {
    page: 'content/docs/en/guides/live-runs.md',
    lang: 'en_GB.UTF-8',
    told: 'What will change, as in the rehearsal with these very values',
    answers: [
      ['there are changes. Go on?', 'y'],
      ['there are changes. Go on?', 'y'],
      ['What now?', 'q'],
      ['What now?', 'r'],
      ['there are changes. Go on?', 'y'],
      ['type remove-note:', 'remove-note'],
    ],
  },
] as const

let project: ProjectCopy | undefined
afterEach(() => {
  project?.close()
  project = undefined
})

/** Types all into a bash that ends at the first command that fails. */
function type({ root, write }: ProjectCopy, page: string, lang: string) {
  const own = 'pnpm() { [ "$1" != --silent ] || shift; node scripts/start.mjs "$@"; }'
  const file = 'guide.sh'
  write(file, ['set -euo pipefail', own, ...commandsOf(page)].join('\n'))
  const environment = {
    PATH: `${join(process.execPath, '..')}:${process.env.PATH}`,
    HOME: root,
    LANG: lang,
    SHELL: '/bin/sh',
    DOCKER_HOST: 'unix:///nonexistent/docker.sock',
  }
  const [program = '', ...args] = [
    'script',
    '--quiet',
    '--return',
    '--echo',
    'always',
    '--command',
    `stty cols 100; bash ${file}`,
    '/dev/null',
  ]
  return watch(spawn(program, args, { cwd: root, env: environment, detached: true }))
}

describe.skipIf(!terminal)('every command of', () => {
  test.each(GUIDES)('$page runs as it says', { timeout: 240_000 }, async ({ page, lang, told, answers }) => {
    const copy = copyProject()
    project = copy
    const live = type(copy, page, lang)
    for (const [question, answer] of answers) await live.answer(question, answer, 90_000)
    const status = await live.ended
    const printed = plain(live.printed())
    expect(status, printed).toBe(0)
    expect(printed).toContain(told)
    expect(printed).toContain('estado 1')
    expect(printed).toMatch(/live-example +\S+.*(a medias|unfinished|superada|passed)/)
    const left = ['note.txt', 'report.json', 'runbooks/live-example.ts', 'content/docs/runbooks/live-example.md']
    expect(left.filter((one) => existsSync(join(copy.root, one)))).toEqual([])
    const mode = statSync(join(copy.root, '.local/state/executable-runbooks/runs')).mode
    expect(mode & 0o077).toBe(0)
    expect(statSync(join(copy.root, '.runbook/rehearsals/live-example.json')).mode & 0o077).toBe(0)
  })

  test('both guides are the same', () => {
    const [es, en] = GUIDES.map(({ page }) => commandsOf(page))
    expect(en).toEqual(es)
  })
})

test('what the guides say a person is asked is what is asked', () => {
  const words =
    readFileSync('src/cli/runbook/live/confirmations.ts', 'utf8') +
    readFileSync('src/cli/runbook/live/before/words.ts', 'utf8')
  for (const [page, questions] of [
    [
      GUIDES[0].page,
      ['¿Es este el objetivo?', 'A partir de aquí hay cambios', '¿Ejecuto este paso?', 'Este paso borra', '¿Hecho?'],
    ],
    [
      GUIDES[1].page,
      ['Is this the target?', 'From here on there are changes', 'Run this step?', 'This step deletes', 'Done?'],
    ],
  ] as const)
    for (const question of questions) {
      expect(readText(page)).toContain(`| ${question}`)
      expect(words).toContain(question)
    }
})
