import { expect, test } from 'vitest'
import { renderLsp } from '#report/lsp.ts'
import { FILE, finding } from './sample.ts'

test('diagnostics count from 0, a file a line, and clear files that are well now', () => {
  const found = [finding({ endLine: 21, endColumn: 9, hint: 'Do x' }), finding({ file: 'b.md' })]
  expect(
    renderLsp({ findings: found }, { uriOf: (file) => `file:///${file}`, clear: ['c.md'] }),
  ).toMatchInlineSnapshot(`
    "{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///b.md","diagnostics":[{"range":{"start":{"line":20,"character":2},"end":{"line":20,"character":2}},"severity":1,"code":"STEP_FAILED","source":"runbooks","message":"ended with 1"}]}}
    {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///c.md","diagnostics":[]}}
    {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///content/docs/runbooks/demo.md","diagnostics":[{"range":{"start":{"line":20,"character":2},"end":{"line":20,"character":8}},"severity":1,"code":"STEP_FAILED","source":"runbooks","message":"ended with 1\\nDo x"}]}}
    "
  `)
})

test('a diagnostic carries the edit that fixes it, for an editor to offer', () => {
  const fix = { edits: [{ file: FILE, line: 21, column: 3, endLine: 21, endColumn: 9, text: 'build' }] }
  const [line = ''] = renderLsp({ findings: [finding({ fix })] }, { uriOf: (file) => `file:///${file}` }).split('\n')
  const range = { start: { line: 20, character: 2 }, end: { line: 20, character: 8 } }
  expect(JSON.parse(line).params.diagnostics[0].data).toEqual({
    changes: { [`file:///${FILE}`]: [{ range, newText: 'build' }] },
  })
})
