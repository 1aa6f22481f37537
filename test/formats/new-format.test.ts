import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../support/project-copy.ts'

const project = copyProject()
afterAll(() => project.close())

/** A fence of a section of CONTRIBUTING.md that names its file, without the indentation of its list. */
interface Edit {
  language: string
  file: string
  text: string
}

function editsOf(section: string): Edit[] {
  const text = project
    .read('CONTRIBUTING.md')
    .split(/^## /m)
    .find((part) => part.startsWith(section))
  return [...(text ?? '').matchAll(/^ {3}```(ts|diff) (\S+)\n(.*?)^ {3}```$/gms)].map(
    ([, language = '', file = '', body = '']) => ({ language, file, text: body.replaceAll(/^ {3}/gm, '') }),
  )
}

/** Writes a file, or makes the change a diff shows: its lines with `+` are new, the others are there. */
function make({ root, write, edit }: ProjectCopy, { language, file, text }: Edit): void {
  if (language === 'diff') {
    const lines = text.trimEnd().split('\n')
    const there = lines.filter((line) => line.startsWith(' ')).map((line) => line.slice(1))
    edit(file, there.join('\n'), lines.map((line) => line.slice(1)).join('\n'))
  } else {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    write(file, text)
  }
}

test('what CONTRIBUTING says of a new format makes one', () => {
  const checked = (text: string) => {
    project.write('page.md', `# Backups\n\nAt night:\n\n\`\`\`crontab\n${text}\n\`\`\`\n`)
    const { status, stdout } = project.run('verify', '--static', 'page.md', '--lang=en')
    return {
      status,
      codes: [...stdout.matchAll(/^page\.md:(\d+):\d+ .* ([A-Z_]+)$/gm)].map(([, line, code]) => `${line} ${code}`),
    }
  }
  const wrong = 'MAILTO=ops\n# Every night.\n0 3 * * backup'
  expect(checked(wrong)).toEqual({ status: 0, codes: [] })
  const edits = editsOf('A new format')
  expect(edits.map(({ file }) => file)).toEqual([
    'src/formats/crontab/read.ts',
    'src/formats/registry.ts',
    'src/check/files/crontab/crontab.ts',
    'src/check/files/load.ts',
  ])
  for (const edit of edits) make(project, edit)
  expect(checked(wrong)).toEqual({ status: 3, codes: ['8 FILE_SYNTAX'] })
  expect(checked(wrong.replace('* *', '* * *'))).toEqual({ status: 0, codes: [] })
})
