import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { renderJunit } from '#report/junit.ts'
import { everything, finding, nothing, report, step, varied } from './sample.ts'

const xsd = readFileSync('test/report/schemas/jenkins-junit.xsd', 'utf8')
const validate = (xml: string) =>
  validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [{ fileName: 'junit.xsd', contents: xsd }] })

describe('JUnit', () => {
  test.each([
    ['of everything', everything],
    ['of nothing', nothing],
    ['of variations', varied],
    ['of one run', { ...report([step({})]), command: 'runbook' as const }],
  ])('%s is what Jenkins accepts', async (_, one) => {
    expect((await validate(renderJunit(one))).errors).toEqual([])
  })

  test('the validation itself can fail', async () => {
    expect((await validate(renderJunit(everything).replace('<testcase ', '<testcase line="1" '))).valid).toBe(false)
  })

  test('only a pass is a pass, and each case says its evidence', () => {
    const steps = [
      step({ output: 'one & two' }),
      step({ id: 'b', status: 'skipped', evidence: 'checked', reason: 'opens a browser', line: 15 }),
      step({ id: 'c', status: 'failed', evidence: 'none', line: 20 }),
      step({ id: 'd', status: 'not-checkable', evidence: 'not-checkable', reason: 'no such image', line: 25 }),
    ]
    expect(renderJunit(report(steps, [finding(), finding({ code: 'NAME_UNKNOWN', line: 3 })]))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="verify" tests="6" failures="2" errors="1" time="2.000">
        <testsuite name="pages" tests="1" failures="1" errors="0" skipped="0" time="0.000">
          <testcase name="content/docs/runbooks/demo.md" classname="pages">
            <failure type="NAME_UNKNOWN" message="ended with 1">content/docs/runbooks/demo.md:3:3 NAME_UNKNOWN
      ended with 1</failure>
          </testcase>
        </testsuite>
        <testsuite name="demo" tests="5" failures="1" errors="1" skipped="2" time="2.000" timestamp="2026-01-02T03:04:05">
          <properties>
            <property name="fixture" value="docker"/>
            <property name="page" value="h"/>
            <property name="live" value="false"/>
            <property name="reused" value="false"/>
          </properties>
          <testcase name="a" classname="demo" time="1.500" status="executed">
            <system-out>content/docs/runbooks/demo.md:10
      evidence: executed

      one &amp; two</system-out>
          </testcase>
          <testcase name="b" classname="demo" time="1.500" status="checked">
            <skipped>checked: opens a browser</skipped>
          </testcase>
          <testcase name="c" classname="demo" time="1.500" status="none">
            <failure type="STEP_FAILED" message="ended with 1">content/docs/runbooks/demo.md:21:3 STEP_FAILED
      ended with 1</failure>
            <system-out>content/docs/runbooks/demo.md:20
      evidence: none</system-out>
          </testcase>
          <testcase name="d" classname="demo" time="1.500" status="not-checkable">
            <error type="not-checkable" message="no such image"/>
            <system-out>content/docs/runbooks/demo.md:25
      evidence: not-checkable
      no such image</system-out>
          </testcase>
          <testcase name="content/docs/runbooks/demo.md:30" classname="demo" status="checked">
            <skipped>never returns</skipped>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `)
  })

  test('a finding of a step is told once, a finding of a page in the suite of pages', () => {
    const xml = renderJunit(
      report([step({ status: 'failed', line: 20 })], [finding(), finding({ line: 4, code: 'NAME_X' })]),
    )
    expect(xml.match(/type="STEP_FAILED"/g)).toHaveLength(1)
    expect(xml).toMatch(/<testsuite name="pages" tests="1" failures="1"/)
  })
})
