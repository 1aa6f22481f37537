import { describe, expect, test } from 'vitest'
import { varyPages } from '../support/vary.ts'

const FILE = 'content/docs/en/runbooks/page.md'
const DIRECTORY = 'test/variation/worlds/small'

interface Written {
  /** Keys of the procedure beside its steps. */
  keys?: string
  blocks: string
  count?: number
}

/** The variations of a page with one procedure, whose parameters are VERSION, PREVIOUS and TOKEN. */
async function vary({ keys = '', blocks, count = 6 }: Written) {
  const parameters = `
    VERSION: { type: image-tag, label: Versión, example: 1.2.5, differs: PREVIOUS }
    PREVIOUS: { type: image-tag, label: La anterior, example: 1.2.4 }
    TOKEN: { type: secret, label: Ficha, example: a-token-of-an-example }`
  const steps = [...blocks.matchAll(/step=(\S+)/g)].map(([, id]) => id).join(', ')
  const procedure = `{ id: only, title: Única, when: Siempre, steps: [${steps}]${keys} }`
  const source = `---\ntitle: T\nrunbook:\n  id: page\n  system: small\n  parameters:${parameters}\n  procedures:\n    - ${procedure}\n---\n\n${blocks}`
  const es = FILE.replace('/en/', '/')
  const varied = await varyPages({
    sources: new Map([
      [es, source],
      [FILE, source],
    ]),
    id: 'page',
    directory: DIRECTORY,
    count,
  })
  return {
    ...varied,
    runs: varied.runs.map(({ durationMs: _, ...run }) => run),
    told: varied.findings.map(({ file, line, code, message }) => `${file}:${line} ${code}\n${message}`),
  }
}

const step = (id: string, text: string, meta = 'effect=read') => `\`\`\`bash step=${id} ${meta}\n${text}\n\`\`\`\n\n`
const expected = (text: string, mode = 'whole') => `\`\`\`text expect=${mode}\n${text}\n\`\`\`\n\n`

test('a page that holds everywhere passes, with every change and environment', async () => {
  const { runs, findings } = await vary({ blocks: step('see', 'echo "$VERSION $PREVIOUS ${#TOKEN}"') })
  expect(findings).toEqual([])
  expect(runs.map(({ status }) => status)).toEqual(Array(6).fill('passed'))
  expect(new Set(runs.map(({ change }) => change))).toEqual(new Set(['more-files', 'file-gone', 'second-run']))
  expect(new Set(runs.map(({ environment }) => environment))).toEqual(new Set([undefined, 'tokyo']))
})

describe('a failure names the least that causes it', () => {
  test('an input', async () => {
    const { told } = await vary({ blocks: step('see', 'echo "$VERSION"') + expected('^\\d+\\.\\d+\\.\\d+$', 'regex') })
    expect(told).toMatchInlineSnapshot(`
      [
        "content/docs/en/runbooks/page.md:19 STEP_VARIATION_FAILED
      The procedure \`only\` does not hold with VERSION=85683e0 (instead of 1.2.5).
      Step "see" did not print what the page promises (regex).
      Expected: ^\\d+\\.\\d+\\.\\d+$
      Found: 85683e0",
      ]
    `)
  })

  test('what several parameters have in common is one cause each', async () => {
    const { told } = await vary({ blocks: step('see', 'echo "$PREVIOUS"') + expected('1.2.4') })
    expect(told).toHaveLength(1)
  })

  test('a secret, without its value', async () => {
    const { told, runs } = await vary({ blocks: step('see', 'printf %s "$TOKEN" | wc -c') + expected('21') })
    expect(told).toMatchInlineSnapshot(`
      [
        "content/docs/en/runbooks/page.md:19 STEP_VARIATION_FAILED
      The procedure \`only\` does not hold with TOKEN=*** (36 characters, instead of 21).
      Step "see" did not print what the page promises (whole).
      Expected: 21
      Found: 36",
      ]
    `)
    expect(runs[0]?.inputs.TOKEN).toMatch(/^\*\*\* \(\d+ characters\)$/)
  })

  test('a change of the world', async () => {
    const { told } = await vary({ blocks: step('see', 'ls') + expected('README') })
    expect(told).toMatchInlineSnapshot(`
      [
        "content/docs/en/runbooks/page.md:19 STEP_VARIATION_FAILED
      The procedure \`only\` does not hold with "there are more files".
      Step "see" did not print what the page promises (whole).
      Expected: README
      Found: README
      more.txt",
      ]
    `)
  })

  test('a change after the situation', async () => {
    const { told } = await vary({
      keys: ', situation: started',
      blocks: step('see', 'cat start.txt') + expected('$VERSION'),
    })
    expect(told).toMatchInlineSnapshot(`
      [
        "content/docs/en/runbooks/page.md:15 STEP_VARIATION_FAILED
      The procedure \`only\` does not hold with "the file is gone".
      Step "see" ended with status 1; expected 0. Last message: cat: start.txt: No such file or directory",
      ]
    `)
  })

  test('an environment', async () => {
    const { told } = await vary({ blocks: step('see', 'date -d @0 +%H') + expected('00') })
    expect(told).toMatchInlineSnapshot(`
      [
        "content/docs/en/runbooks/page.md:19 STEP_VARIATION_FAILED
      The procedure \`only\` does not hold with "the laptop is in Tokyo" (TZ=Asia/Tokyo).
      Step "see" did not print what the page promises (whole).
      Expected: 00
      Found: 09",
      ]
    `)
  })

  test('that it has run before', async () => {
    const { told } = await vary({ blocks: step('make', 'mkdir new', 'effect=create') })
    expect(told).toMatchInlineSnapshot(`
      [
        "content/docs/en/runbooks/page.md:15 STEP_VARIATION_FAILED
      The procedure \`only\` does not hold with "it has just been run".
      Step "make" ended with status 1; expected 0. Last message: mkdir: cannot create directory ‘new’: File exists",
      ]
    `)
  })

  test('nothing: it does not hold alone', async () => {
    const { told } = await vary({ blocks: step('see', 'false') })
    expect(told).toMatchInlineSnapshot(`
      [
        "content/docs/en/runbooks/page.md:15 STEP_VARIATION_FAILED
      The procedure \`only\` does not hold with the values of its examples, run alone in the seed world.
      Step "see" ended with status 1; expected 0.",
      ]
    `)
  })

  test('a world that cannot be made', async () => {
    const { told } = await vary({ keys: ', situation: unknown', blocks: step('see', 'true') })
    expect(told).toMatchInlineSnapshot(`
      [
        "content/docs/en/runbooks/page.md:14 STEP_VARIATION_FAILED
      The procedure \`only\` does not hold with the values of its examples, run alone in the seed world.
      The seed world does not set up: situations/unknown.sh?",
      ]
    `)
  })
})

describe('an exception', () => {
  const blocks = step('make', 'mkdir new', 'effect=create')

  test('is shown with its reason, and is no failure', async () => {
    const { runs, findings } = await vary({ keys: ', except: { second-run: it makes a directory }', blocks })
    expect(findings).toEqual([])
    expect(runs.filter(({ exception }) => exception)).toMatchInlineSnapshot(`
      [
        {
          "change": "second-run",
          "exception": "it makes a directory",
          "inputs": {},
          "number": 0,
          "procedure": "only",
          "runbook": "page",
          "status": "failed",
        },
      ]
    `)
    expect(runs.filter(({ change, exception }) => change === 'second-run' && !exception)).toEqual([])
  })

  test('that is not needed is a warning', async () => {
    const { told } = await vary({
      keys: ', except: { more-files: it makes a directory, second-run: the same }',
      blocks,
    })
    expect(told).toMatchInlineSnapshot(`
      [
        "content/docs/en/runbooks/page.md:14 PROCEDURE_EXCEPTION_NEEDLESS
      The procedure \`only\` excepts \`more-files\`, and holds under that variation.",
      ]
    `)
  })
})

test('what the fixture cannot tell is said, and is no pass', async () => {
  const { runs, findings } = await vary({ blocks: step('see', '[ -f more.txt ] && psql --version; true') })
  expect(findings).toEqual([])
  const unknown = runs.filter(({ status }) => status === 'not-checkable')
  expect(unknown.map(({ change }) => change)).toEqual(['more-files', 'more-files'])
  expect(unknown[0]?.reason).toContain('psql')
})

test('a world that the fixture cannot make is no failure of the page', async () => {
  const { runs, findings } = await vary({ keys: ', situation: lacking', blocks: step('see', 'true') })
  expect(findings).toEqual([])
  expect(runs.map(({ status }) => status)).toEqual(Array(6).fill('not-checkable'))
  expect(runs[0]?.reason).toMatch(/^The seed world does not set up: .*psql/)
})

test('the same seed gives the same', async () => {
  const blocks = step('see', 'ls; echo "$VERSION"') + expected('README\n1.2.5')
  expect(await vary({ blocks })).toEqual(await vary({ blocks }))
})
