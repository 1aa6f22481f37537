import { expect, test } from 'vitest'
import { readText } from './pages.ts'

test.each(['Dockerfile', '.dockerignore', 'cloudbuild.yaml'])(
  'the repository of CarBlau, where it is deployed already, has the %s of the page',
  (name) => {
    const page = readText('content/docs/runbooks/cloud-run-deploy.md')
    const [, text = ''] = page.split(new RegExp(`^\`\`\`\\w+ file=${name}\\n`, 'm'))
    expect(text.split('```')[0]).toBe(readText(`runbooks/fixtures/carblau/laptop/.repository/${name}`))
  },
)
