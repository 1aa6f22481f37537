import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'

const ES = 'content/docs/runbooks/docker-commands.md'
const EN = 'content/docs/en/runbooks/docker-commands.md'

let project: ProjectCopy
let child: ChildProcess
let printed: string
beforeEach(() => {
  project = copyProject()
})
afterEach(() => {
  child.kill('SIGKILL')
  project.close()
})

function watch(...args: string[]) {
  printed = ''
  child = spawn(process.execPath, ['scripts/start.mjs', 'verify', '--watch', '--lang', 'en', ...args], {
    cwd: project.root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
  })
}

/** Waits for a text, and forgets all up to it. */
async function seen(pattern: RegExp): Promise<string> {
  await expect.poll(() => printed, { timeout: 180_000 }).toMatch(pattern)
  const [found = ''] = pattern.exec(printed) ?? []
  printed = printed.slice(printed.indexOf(found) + found.length)
  return found
}

const both = (find: string, replace: string) => {
  project.edit(ES, find, replace)
  project.edit(EN, find, replace)
}

test('tells after each save what is wrong now, and ends with Ctrl-C', async () => {
  watch()
  await seen(/✔ 0 Error, 0 Warning/)
  both('docker stop carblau-api', 'docker stpo carblau-api')
  expect(await seen(/docker-commands\.md:\d+:8 {2}Error COMMAND_UNKNOWN[^✘]*✘ [1-9]\d* Error/)).toContain(
    '│        ^^^^',
  )
  both('docker stpo carblau-api', 'docker stop carblau-api')
  await seen(/✔ 0 Error, 0 Warning/)
  project.remove(EN)
  await seen(/LOCALE_[^✘]*✘ [1-9]\d* Error/)
  child.kill('SIGINT')
  expect(await new Promise((resolve) => child.on('exit', (code) => resolve(code)))).toBe(130)
})

test('tells editors in their own words', async () => {
  both('docker stop carblau-api', 'docker stpo carblau-api')
  watch('--report', 'lsp')
  const line = await seen(/\{"jsonrpc".*runbooks\/docker-commands\.md","diagnostics":\[\{.*COMMAND_UNKNOWN.*\n/)
  expect(JSON.parse(line)).toMatchObject({ method: 'textDocument/publishDiagnostics' })
  both('docker stpo carblau-api', 'docker stop carblau-api')
  await seen(/runbooks\/docker-commands\.md","diagnostics":\[\]\}\}/)
})
