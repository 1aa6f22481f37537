import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyProject } from '../support/project-copy.ts'

const [, example = ''] =
  /### A new tool[\s\S]*?```diff\n([\s\S]*?)```/.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? []
/** What the example adds to each file, and the line it stands after. */
const changes = example
  .split(/^--- .*\n\+\+\+ b\//m)
  .slice(1)
  .map((part) => {
    const [file = '', ...lines] = part.trimEnd().split('\n')
    const added = lines.flatMap((line) => (line.startsWith('+') ? [line.slice(1)] : []))
    return { file, added: added.join('\n'), after: lines.find((line) => line.startsWith(' '))?.slice(1) }
  })

test('the example of a new tool is what the tool has', () => {
  expect(changes.map(({ file }) => file)).toEqual(['src/tools/registry.ts', 'src/tools/promtool/facts.ts'])
  for (const { file, added } of changes) expect(readFileSync(file, 'utf8')).toContain(added)
})

const copy = copyProject()
afterAll(() => copy.close())

const PAGE = `---
title: T
runbook:
  id: page
  system: carblau
---

\`\`\`bash step=a effect=read
acmetool check config --syntax-only
acmetool check config prometheus.yml --sintax-only
acmetool tsdb bench write
\`\`\`
`

const PROBE = `
import { FINDING_CODES } from '#catalogue/catalogue.ts'
import { check } from '#check/check.ts'
import { parsePage } from '#document/parse.ts'
import { loadToolsFor } from '#tools/load.ts'
const { page } = parsePage({ file: 'page.md', source: ${JSON.stringify(PAGE)} })
const around = { tools: await loadToolsFor([page.source]), formats: new Map(), findingCodes: FINDING_CODES }
const found = check([page], around).map(({ code, place, data }) => place.start.line + ' ' + code + ' ' + (data.suggestion ?? data.verb ?? ''))
console.log(JSON.stringify(found.filter((line) => !line.includes('LOCALE'))))
`

test('a tool with those files alone is checked, and its effect known', () => {
  const renamed = (text: string) => text.replaceAll('promtool', 'acmetool')
  mkdirSync(join(copy.root, 'src/tools/acmetool'))
  copy.write('src/tools/acmetool/grammar.json', renamed(copy.read('src/tools/promtool/grammar.json')))
  for (const { file, added, after } of changes)
    if (after === undefined) copy.write(renamed(file), renamed(`${added}\n`))
    else copy.edit(file, after, `${after}\n${renamed(added)}`)
  copy.write('probe.ts', PROBE)
  const { stdout, stderr } = spawnSync(process.execPath, ['probe.ts'], { cwd: copy.root, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual([
    '9 COMMAND_ARGUMENT_MISSING ',
    '10 COMMAND_FLAG_UNKNOWN --syntax-only',
    '11 HAZARD_EFFECT_UNDECLARED create',
  ])
})
