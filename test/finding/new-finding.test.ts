import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject } from '../support/project-copy.ts'

const [, after = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('### A new finding\n')
const [section = ''] = after.split(/^###/m)
const [, example = ''] = /^````ts\n(.*?)^````$/ms.exec(section) ?? []
const [, file = ''] = /`(src\/check\/rules\/hazard\/.+?)`/.exec(section) ?? []

const project = copyProject()
afterAll(() => project.close())

/** Does what CONTRIBUTING says: the file of the finding, and one line in the list of its family. */
beforeAll(() => {
  const [, rule = ''] = /export const (\w+) = pageRule/.exec(example) ?? []
  const list = 'src/check/rules/hazard/rules.ts'
  project.write(file, example)
  project.edit(list, '\n\nexport', `\nimport { ${rule} } from './${file.split('/').at(-1)}'\n\nexport`)
  project.edit(list, '= [', `= [${rule}, `)
})

const code = `import { hazardScreenCleared } from './${file}'; process.stdout.write(JSON.stringify(hazardScreenCleared))`
const definition = () =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: project.root, encoding: 'utf8' }),
  )

/** The codes of what is found in a document. */
function found(lines: readonly string[]): string[] {
  project.write('notes.md', `# Notes\n\n${lines.join('\n')}\n`)
  const { stdout } = project.run('verify', '--static', 'notes.md', '--report', 'json')
  return JSON.parse(stdout).findings.map((finding: { code: string }) => finding.code)
}

test('the files that CONTRIBUTING names for a new finding are there', () => {
  const files = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path = '']) => path)
  expect(files).toHaveLength(3)
  for (const path of files)
    expect(existsSync(path.replace('<family>', 'hazard').replace('<finding>', 'bypass')), path).toBe(true)
  const folders = [...section.matchAll(/`(src\/[^`<]+)`/g)].map(([, path = '']) => path)
  for (const path of folders.filter((path) => path !== file)) expect(existsSync(path), path).toBe(true)
})

test('a finding made so is found in its wrong example, and not in its right one', () => {
  const { code: expected, wrong, right } = definition()
  expect(found(wrong)).toEqual([expected])
  expect(found(right)).toEqual([])
})

test('and has its section in the reference', () => {
  project.run('generate')
  const { code: expected, es, en } = definition()
  expect(project.read('content/docs/reference/hazard.md')).toContain(`## ${expected}\n\n**Aviso**\n\n> ${es.message}`)
  expect(project.read('content/docs/en/reference/hazard.md')).toContain(
    `## ${expected}\n\n**Warning**\n\n> ${en.message}`,
  )
})
