import { readFileSync } from 'node:fs'
import draft04 from 'ajv-draft-04'
import { describe, expect, test } from 'vitest'
import { renderSarif } from '#report/sarif.ts'
import { HOSTILE } from '../support/hostile.ts'
import { everything, FILE, nothing } from './sample.ts'

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync('test/report/schemas/sarif-2.1.0.json', 'utf8'))
  const valid = new draft04.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)

  test.each([
    ['of everything', everything],
    ['of nothing', nothing],
  ])('%s is valid', (_, one) => {
    valid(JSON.parse(renderSarif(one)))
    expect(valid.errors ?? []).toEqual([])
  })

  test('the validation itself can fail', () => {
    const log = JSON.parse(renderSarif(everything))
    log.runs[0].results[0].level = 'fatal'
    expect(valid(log)).toBe(false)
  })

  test('has the edits that fix a finding, and none where a file is generated', () => {
    const [run] = JSON.parse(renderSarif(everything)).runs
    const [text] = Object.values(HOSTILE)
    expect(run.results.at(-1).fixes).toBeUndefined()
    expect(run.results[2].fixes).toEqual([
      {
        description: { text: 'pnpm verify --fix' },
        artifactChanges: [
          {
            artifactLocation: { uri: FILE, uriBaseId: 'SRCROOT' },
            replacements: [
              { deletedRegion: { startLine: 7, startColumn: 3, endLine: 8, endColumn: 1 }, insertedContent: { text } },
            ],
          },
        ],
      },
    ])
  })

  test('has the place, the level and the rule of each finding', () => {
    const [run] = JSON.parse(renderSarif(everything)).runs
    expect(run.results).toHaveLength(everything.findings.length)
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
    expect(run.results[1]).toMatchInlineSnapshot(`
      {
        "level": "warning",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "content/docs/runbooks/demo.md",
                "uriBaseId": "SRCROOT",
              },
              "region": {
                "endColumn": 1,
                "endLine": 22,
                "startColumn": 3,
                "startLine": 21,
              },
            },
          },
        ],
        "message": {
          "text": "ended with 1
      Do x",
        },
        "ruleId": "HAZARD_SECRET_PRINTED",
        "ruleIndex": 0,
      }
    `)
    expect(run.tool.driver.rules.at(-1)).toMatchInlineSnapshot(`
      {
        "defaultConfiguration": {
          "level": "error",
        },
        "help": {
          "text": "Repeat this step alone: …",
        },
        "id": "STEP_FAILED",
        "shortDescription": {
          "text": "Step "…" ended with status …; expected ….",
        },
      }
    `)
  })

  test('has addresses of files', () => {
    const [run] = JSON.parse(renderSarif(everything)).runs
    expect(run.results[2].locations[0].physicalLocation.artifactLocation.uri).toBe('dir%20with%20space/0%25.md')
  })
})
