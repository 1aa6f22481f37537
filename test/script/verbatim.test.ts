import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createHostShell } from '#fixture/host.ts'
import type { RunbookScript, ScriptStep } from '#schema/script.ts'

/** The steps of a page read off its lines, without our parser: what stands between the fence and its end. */
function stepsOnPage(file: string): Map<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n')
  const steps = new Map<string, string>()
  lines.forEach((line, index) => {
    const id = /^```bash step=(\S+)/.exec(line)?.[1]
    if (id) steps.set(id, lines.slice(index + 1, lines.indexOf('```', index + 1)).join('\n'))
  })
  return steps
}

const directory = mkdtempSync(join(tmpdir(), 'verbatim-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** A bash that writes down the text it was given, then is the real one. */
writeFileSync(join(directory, 'bash'), `#!/bin/sh\nprintf %s "$2" > "${directory}/received"\nexec /bin/bash -c :\n`)
chmodSync(join(directory, 'bash'), 0o755)

describe.each(['cloud-run-deploy', 'docker-commands'])('%s', async (id) => {
  const { default: script }: { default: RunbookScript } = await import(resolve('runbooks', `${id}.ts`))
  const steps = script.items.filter((item): item is ScriptStep => item.kind === 'step')
  const onPage = stepsOnPage(script.sources.es)

  test('the script has the steps of the page, in its order', () => {
    expect(steps.map((step) => step.id)).toEqual([...onPage.keys()])
    expect(onPage.size).toBeGreaterThan(20)
  })

  test.each(steps)('bash receives the text of $id, byte for byte', async (step) => {
    const shell = createHostShell({ directory, inputs: {}, environment: { PATH: `${directory}:${process.env.PATH}` } })
    const request = { timeoutMs: 10_000, signal: new AbortController().signal, onOutput: () => {} }
    await step.run((pieces) => shell.run({ text: pieces.join(''), ...request }))
    expect(readFileSync(join(directory, 'received'), 'utf8')).toBe(onPage.get(step.id))
  })
})
