import { describe, expect, test } from 'vitest'
import { renderJunit } from '#report/junit.ts'
import { createPaint } from '#report/style.ts'
import { renderVerifySummary } from '#report/verify-summary.ts'
import { WORDS } from '#report/words.ts'
import { varied } from './sample.ts'

describe('variations', () => {
  test('are a suite of their own in JUnit', () => {
    const xml = renderJunit(varied)
    expect(xml.slice(xml.indexOf('<testsuite name="demo variations"'))).toMatchInlineSnapshot(`
      "<testsuite name="demo variations" tests="4" failures="1" errors="0" skipped="2" time="0.000">
          <testcase name="deploy 1: VERSION=10.0.0" classname="demo" time="0.010" status="passed"/>
          <testcase name="deploy 2: NAME=&quot;&lt;&amp;&gt; drift" classname="demo" time="0.010" status="failed">
            <failure type="failed" message="NAME=&quot;&lt;&amp;&gt; drift"/>
          </testcase>
          <testcase name="deploy 3: tokyo" classname="demo" time="0.010" status="not-checkable">
            <skipped>no such program</skipped>
          </testcase>
          <testcase name="deploy 0: second-run" classname="demo" time="0.010" status="failed">
            <skipped>it makes a directory</skipped>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `)
  })

  test('are for people a line a procedure, and one for each that no finding tells', () => {
    const text = renderVerifySummary(varied, WORDS.en, createPaint(false))
    expect(text.slice(text.indexOf('Variations'), text.indexOf('Coverage'))).toMatchInlineSnapshot(`
      "Variations: 3 per procedure, seed 42
        Status  Id    Procedure
        ✘       demo  deploy     1 failed, 1 not checkable, 1 passed
        ? deploy  tokyo: no such program
        – deploy  second-run: excepted on the page: it makes a directory

      "
    `)
  })
})
