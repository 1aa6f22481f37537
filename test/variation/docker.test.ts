import { describe, expect, test } from 'vitest'
import { BUILD_MS, dockerAvailable } from '../support/docker.ts'
import { varyPages } from '../support/vary.ts'

const DIRECTORY = 'test/variation/worlds/small'
const FILE = 'content/docs/runbooks/page.md'

const vary = (blocks: string) =>
  varyPages({
    sources: new Map([[FILE, `---\ntitle: T\nrunbook:\n  id: page\n  system: small\n---\n\n${blocks}`]]),
    id: 'page',
    directory: DIRECTORY,
    fixture: 'docker',
    count: 4,
  })

describe.skipIf(!dockerAvailable)('variations in the Docker fixture', { timeout: BUILD_MS }, () => {
  test('change its world and the environment of its shell', async () => {
    const { findings } = await vary(
      '```bash step=see effect=read\nls\ndate -d @0 +%H\n```\n\n```text expect=whole\nREADME\n00\n```\n',
    )
    expect(findings.map(({ message }) => message.split('\n')[0]).sort()).toEqual([
      'The procedure `page` does not hold with "the laptop is in Tokyo" (TZ=Asia/Tokyo).',
      'The procedure `page` does not hold with "there are more files".',
    ])
  })
})
