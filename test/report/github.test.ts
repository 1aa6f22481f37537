import { describe, expect, test } from 'vitest'
import { renderGithub } from '#report/github.ts'
import { HOSTILE } from '../support/hostile.ts'
import { finding, report } from './sample.ts'

describe('GitHub annotations', () => {
  test('name columns only within one line', () => {
    const found = [finding(), finding({ endLine: 21, endColumn: 9 }), finding({ endLine: 23, endColumn: 1 })]
    expect(renderGithub(report([], found))).toMatchInlineSnapshot(`
      "::error file=content/docs/runbooks/demo.md,line=21,col=3,title=STEP_FAILED::ended with 1
      ::error file=content/docs/runbooks/demo.md,line=21,endLine=21,col=3,endColumn=9,title=STEP_FAILED::ended with 1
      ::error file=content/docs/runbooks/demo.md,line=21,endLine=23,title=STEP_FAILED::ended with 1
      "
    `)
  })

  test('read back as what was said', () => {
    for (const text of Object.values(HOSTILE)) {
      const file = `a,b:${text.replaceAll(/[\r\n]/g, '')}.md`
      const line = renderGithub(report([], [finding({ message: text, file })]))
      expect(line.trimEnd().split(/\r|\n/)).toHaveLength(1)
      const [, properties = '', message = ''] = /^::error ([^\n]*?)::([^\n]*)\n$/.exec(line) ?? []
      expect(unescaped(message)).toBe(text)
      expect(unescaped(/^file=([^,]*),/.exec(properties)?.[1] ?? '')).toBe(file)
    }
  })
})

/** As the runner reads it: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
const unescaped = (text: string) =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')
