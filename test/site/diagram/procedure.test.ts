import { describe, expect, it } from 'vitest'
import type { RunReport } from '#schema/report.ts'
import { procedurePaths } from '#site/procedure-paths.ts'
import { procedureCards } from '#site/procedures.ts'
import { pageSteps } from '#site/steps.ts'

const SOURCE = `
## Look
\`\`\`bash step=look effect=read
docker ps
\`\`\`
## Build it <now>
\`\`\`bash step=build effect=create
make
\`\`\`
## Deploy
\`\`\`bash step=deploy
scripts/deploy.sh
\`\`\`
## See
\`\`\`bash step=see effect=read
curl
\`\`\`
## See more
\`\`\`bash step=see-more effect=read
curl
\`\`\`
## Back
\`\`\`bash step=back
scripts/back.sh
\`\`\`
`
const outline = pageSteps(SOURCE)
const HEADER = {
  id: 'shop',
  procedures: [
    { id: 'release', title: 'Release', when: 'Now.', steps: ['look..see-more'], undo: 'roll-back' },
    { id: 'roll-back', title: 'Roll back', when: 'It fails.', steps: ['look', 'back'], undo: 'release' },
    { id: 'retire', title: 'Retire', when: 'Over.', steps: ['build..deploy'], irreversible: 'The data is gone.' },
  ],
}
const cards = procedureCards(HEADER, { title: 'Shop' }, { stepIds: outline.map(({ id }) => id), find: () => undefined })

const report = (id: string, procedure: string, effects: RunReport['steps'][number]['effects']) => ({
  id,
  procedure,
  title: id,
  status: 'passed' as const,
  evidence: 'executed' as const,
  file: 'a.md',
  line: 1,
  durationMs: 1,
  effects,
})
const image = (name: string) => ({ verb: 'create' as const, kind: 'docker.image', name })
const RUN: RunReport = {
  id: 'shop',
  title: 'Shop',
  file: 'a.md',
  hash: '',
  shell: 'docker',
  live: false,
  status: 'passed',
  startedAt: '2026-01-01T00:00:00Z',
  durationMs: 1,
  inputs: { VERSION: '1.5.0' },
  outputs: {},
  checked: [],
  steps: [
    report('build', 'release', [image('api:1.5.0'), image('web:1.5.0'), { ...image('base'), verb: 'read' }]),
    report('deploy', 'retire', [image('of-another-procedure')]),
  ],
}
const pathOf = (runs: readonly RunReport[], id = 'release') => procedurePaths(cards, { outline, runs }, 'en').get(id)
const drawn = (html = '') => [...html.matchAll(/<rect class="box (\w+)"/g)].map(([, kind]) => kind)
const texts = (html = '') => [...html.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

describe('the path of a procedure', () => {
  it('is drawn where it changes several things and can be undone', () => {
    expect([...procedurePaths(cards, { outline, runs: [] }, 'en').keys()]).toEqual(['release'])
  })

  it('has a box for each change, one for the checks between them, and the way back', () => {
    expect(drawn(pathOf([RUN]))).toEqual(['read', 'create', 'update', 'read', 'back'])
  })

  it('says what a step made when it was verified, and of a step that nobody saw only what it may do', () => {
    expect(texts(pathOf([RUN]))).toEqual([
      'to undo it',
      ...['Checks', 'Look'],
      ...['Build it &lt;now&gt;', 'creates docker.image', 'api:$VERSION', 'and 1 more'],
      ...['Deploy', 'changes'],
      ...['Checks', 'See', 'See more'],
      ...['Roll back', 'another procedure of this', 'page'],
    ])
    expect(texts(pathOf([]))).not.toContain('creates docker.image')
  })

  it('says every step in words, with a link to it and to what undoes it', () => {
    const [, words = ''] = pathOf([RUN])?.split('<details>') ?? []
    expect([...words.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => item)).toEqual([
      '<a href="#step-look">Look</a>: reads',
      '<a href="#step-build">Build it &lt;now&gt;</a>: creates docker.image <code>api:$VERSION</code>, creates docker.image <code>web:$VERSION</code>',
      '<a href="#step-deploy">Deploy</a>: changes',
      '<a href="#step-see">See</a>: reads',
      '<a href="#step-see-more">See more</a>: reads',
      'to undo it: <a href="#procedure-roll-back">Roll back</a>',
    ])
  })
})
