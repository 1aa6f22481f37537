import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BUILD_MS, dockerAvailable } from '../support/docker.ts'
import { runPages } from '../support/page-run.ts'
import { lineOf } from './pages.ts'

const FILE = 'test/faults/machines/shop.md'
const page = readFileSync(FILE, 'utf8')
const PREPARE = 'chmod 600 ~/.ssh/id_ed25519\n'

/** Faults of a page that deploys to a second machine: what they change, the line at fault and what the real tool says. */
const FAULTS = {
  'a key that others can read': {
    find: PREPARE,
    replace: 'chmod 644 ~/.ssh/id_ed25519\n',
    at: 'ssh deploy@prod.example.com hostname',
    message: 'Permission denied (publickey)',
  },
  'another host key than the one known': {
    find: PREPARE,
    replace: `ssh-keygen -q -t ed25519 -N '' -f other\nprintf 'prod.example.com %s\\n' "$(cut -d' ' -f1,2 other.pub)" > ~/.ssh/known_hosts\n`,
    at: 'ssh deploy@prod.example.com hostname',
    message: 'Host key verification failed.',
  },
  'a configuration nginx does not accept': {
    find: '    return 200;\n',
    replace: '    retrun 200;\n',
    at: "ssh deploy@prod.example.com 'sudo nginx -t'",
    message: 'configuration file /etc/nginx/nginx.conf test failed',
  },
} as const

const runShop = (source: string) =>
  runPages({ sources: new Map([[FILE, source]]), id: 'shop', fixture: 'docker', seeds: 'test/fixture' })

describe.skipIf(!dockerAvailable)('a page that deploys to a second machine', { timeout: BUILD_MS }, () => {
  test('passes', async () => {
    const { findings, report } = await runShop(page)
    expect(findings).toEqual([])
    expect(report.status).toBe('passed')
  })

  test.each(Object.entries(FAULTS))('%s is found at its line', async (_, { find, replace, at, message }) => {
    expect(page).toContain(find)
    const faulty = page.replace(find, () => replace)
    const { findings } = await runShop(faulty)
    expect(findings.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      `${FILE}:${lineOf(faulty, at)} STEP_FAILED`,
    ])
    expect(findings[0]?.message).toContain(message)
  })
})
