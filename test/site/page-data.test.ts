import { describe, expect, it, vi } from 'vitest'
import { isKnownLink } from '#site/known-links.ts'
import { pageData, runbookIdOf, slugOf } from '#site/page-data.ts'
import { pageSteps } from '#site/steps.ts'
import { parseRuns } from '#site/verification.ts'

describe('what the site knows of a page', () => {
  it('finds the steps of bash fences only, in order', () => {
    const page =
      '```bash step=a\n```\n\n```text\n```bash step=no\n```\n\n- x\n\n  ```bash effect=read step=b\n  ```\n\n```sh step=c\n```'
    expect(pageSteps(page).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('knows the heading a step stands under, and the most it does', () => {
    const page = '## Build `it`\n\n```bash step=build effect=create\nmake\n```\n\n### Look\n\n```bash step=look\n```'
    expect(pageSteps(page)).toEqual([
      { id: 'build', title: 'Build it', effect: 'create', text: 'make' },
      { id: 'look', title: 'Look', effect: 'update', text: '' },
    ])
  })

  it.each([
    ['/x/content/docs/runbooks/deploy.md', 'runbooks/deploy'],
    ['C:\\x\\content\\docs\\en\\runbooks\\deploy.md', 'runbooks/deploy'],
    ['content/docs/guides/logs.md', 'guides/logs'],
    ['/x/content/docs/en/post-mortems/crash.md', 'post-mortems/crash'],
    ['/x/content/docs/index.mdx', undefined],
    ['/x/content/docs/404.md', undefined],
    ['/x/README.md', undefined],
    [undefined, undefined],
  ])('tells the place on the site of %j', (file, slug) => {
    expect(slugOf(file)).toBe(slug)
  })

  it('names a runbook by its file, in any folder', () => {
    expect(runbookIdOf('post-mortems/crash')).toBe('crash')
  })

  it.each(['guides/environment-variables', 'runbooks/cloud-run-deploy'])('has the steps of %s', (slug) => {
    expect(pageData(slug, 'es').steps.length).toBeGreaterThan(0)
    expect(pageData(slug, 'en').steps).toEqual(pageData(slug, 'es').steps)
  })

  it('has no steps and no evidence for a page that is not there', () => {
    expect(pageData('runbooks/no-such-runbook', 'es')).toEqual({ steps: [], outline: [], evidence: undefined })
  })

  it('takes a broken report for none, and warns', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    expect(parseRuns('{"version":1')).toEqual([])
    expect(parseRuns('{}')).toEqual([])
    expect(warn).toHaveBeenCalledTimes(2)
    warn.mockRestore()
  })
})

describe('links the validator cannot know', () => {
  const file = '/x/content/docs/index.mdx'
  const [first] = pageData('runbooks/cloud-run-deploy', 'es').steps

  it('are the lists and steps that exist', () => {
    expect(first).toBeDefined()
    expect(isKnownLink({ file, link: '/en/runbooks/' })).toBe(true)
    expect(isKnownLink({ file, link: '/guides/environment-variables/#step-set-team' })).toBe(true)
    expect(isKnownLink({ file, link: `/runbooks/cloud-run-deploy/#step-${first}` })).toBe(true)
    expect(isKnownLink({ file: '/x/content/docs/en/runbooks/cloud-run-deploy.md', link: `#step-${first}` })).toBe(true)
  })

  it.each(['/runbooks/cloud-run-deploy/#step-nothing', '/runbooks/nothing/#step-a', '/nothing/', '#step-a', ''])(
    'are not %j',
    (link) => {
      expect(isKnownLink({ file, link })).toBe(false)
    },
  )
})
