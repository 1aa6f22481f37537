import { expect, test } from 'vitest'
import { FINDING_CODES } from '#catalogue/catalogue.ts'
import { formatFinding } from '../format.ts'
import { findingsOf, runbook, step, USES } from '../page.ts'

const ES = 'content/docs/post-mortems/crash.md'
const EN = 'content/docs/en/post-mortems/crash.md'
const BOOK = 'content/docs/guides/triage.md'

const INCIDENT = `---
title: Crash
incident:
  id: crash
  status: closed
  summary: The chat stopped.
  severity: high
  severityReason: Nobody could chat.
  services: [backend]
  themes: [environment-variables]
  times:
    started: { precision: unknown, reason: The account gives none. }
    detected: { precision: estimated, at: 2025-12-05T06:56, reason: The tag of an image. }
    mitigated: { precision: exact, at: 2025-12-05 }
    resolved: { precision: unknown, reason: The account gives none. }
  detection: Someone read the logs.
  impact: The chat answered 401.
  factors:
    - { id: list-type, kind: technical, text: A list is read as JSON. }
    - { id: no-check, kind: detection, text: Nothing checked it., accepted: Too small a team. }
  timeline:
    - { id: build, time: { precision: exact, at: 2025-12-05 }, lasted: 12m, text: Build. }
    - { id: push, time: { precision: exact, at: 2025-12-05T07:00 }, lasted: 8m, text: Push. }
  runbooks:
    - { id: triage, relation: resolves }
  actions:
    - { id: decode, type: prevent, text: Read it ourselves., role: backend, status: done, closes: [list-type], verified: finding:INCIDENT_VALUE }
  lessons: { wentWell: [Logs said it.] }
  claims:
    - { id: total, text: Total., stated: 20m, parts: [build, push] }
---

[Triage](/guides/triage/)
`

const TRIAGE = runbook([USES, '[Crash](/post-mortems/crash/)'])
  .replace('id: page', 'id: triage')
  .replace('title: T', 'title: Triage')

const found = (changed: string, book = TRIAGE) =>
  findingsOf(
    { [ES]: changed, [BOOK]: book },
    {
      projectFile: (path) => path === 'README.md',
      findingCodes: FINDING_CODES,
    },
  )
    .filter(({ code }) => code !== 'LOCALE_TWIN_MISSING')
    .map((finding) => formatFinding(finding, 0))

const with_ = (...edits: readonly (readonly [string, string])[]) =>
  found(
    edits.reduce((text, [from, to]) => {
      expect(text).toContain(from)
      return text.replace(from, to)
    }, INCIDENT),
  )

test('a post-mortem that holds together has no findings', () => {
  expect(found(INCIDENT)).toEqual([])
})

test.each([
  ['an id that is not the page', ['  id: crash', '  id: other'], '4:3 INCIDENT_ID_DIFFERS'],
  ['a severity nobody has', ['severity: high', 'severity: hgih'], '7:3 INCIDENT_VALUE'],
  ['a key nobody reads', ['  impact:', '  imapct: x\n  impact:'], '17:3 INCIDENT_VALUE'],
  ['a timeline that goes back', ['at: 2025-12-05T07:00', 'at: 2025-12-04T07:00'], '23:19 INCIDENT_TIMELINE_ORDER'],
  ['a sum that does not hold', ['stated: 20m', 'stated: 30m'], '30:34 INCIDENT_CLAIM_DIFFERS'],
  ['a part nobody has', ['parts: [build, push]', 'parts: [build, posh]'], 'INCIDENT_REFERENCE'],
  ['a factor nobody closes', ['closes: [list-type]', 'closes: []'], '19:9 INCIDENT_FACTOR_OPEN'],
  ['an unknown factor', ['closes: [list-type]', 'closes: [list-type, x]'], 'INCIDENT_REFERENCE'],
  ['an action nothing verifies', [', verified: finding:INCIDENT_VALUE', ''], '27:9 INCIDENT_ACTION_UNVERIFIED'],
  ['a verification that is not there', ['finding:INCIDENT_VALUE', 'finding:INCIDENT_VALEU'], 'INCIDENT_REFERENCE'],
  ['a file that is not there', ['finding:INCIDENT_VALUE', 'file:READ.md'], 'INCIDENT_REFERENCE'],
  ['a step that is not there', ['finding:INCIDENT_VALUE', 'step:triage#nothing'], 'INCIDENT_REFERENCE'],
  ['an action declined without a reason', ['status: done', 'status: declined'], 'INCIDENT_ACTION_DECLINED'],
  ['a runbook nobody has', ['id: triage, relation', 'id: tirage, relation'], 'INCIDENT_REFERENCE'],
  ['a runbook it does not link', ['[Triage](/guides/triage/)', ''], 'INCIDENT_LINK_MISSING'],
  ['words that judge', ['Someone read the logs.', 'It was human error.'], '16:21 INCIDENT_BLAME'],
] as const)('%s', (_, edit, expected) => {
  expect(with_(edit).join('\n')).toContain(expected)
})

test('a discrepancy that is explained is no finding, and one that is not there is', () => {
  expect(
    with_(
      ['stated: 20m', 'stated: 30m'],
      ['parts: [build, push]', 'parts: [build, push], discrepancy: It counts more.'],
    ),
  ).toEqual([])
  expect(with_(['parts: [build, push]', 'parts: [build, push], discrepancy: It counts more.']).join()).toContain(
    'INCIDENT_CLAIM_AGREES',
  )
})

test('a runbook that does not link back is found', () => {
  expect(found(INCIDENT, TRIAGE.replace('[Crash](/post-mortems/crash/)', '')).join()).toContain('INCIDENT_LINK_MISSING')
})

test('the existing steps of pages prove actions', () => {
  const book = TRIAGE.replace('[Crash]', `${step('true', 'effect=read', 'look')}\n[Crash]`)
  expect(found(INCIDENT.replace('finding:INCIDENT_VALUE', 'step:triage#look'), book)).toEqual([])
})

test('only the prose differs between languages', () => {
  const english = INCIDENT.replace('The chat answered 401.', 'Other words.')
  const pages = { [ES]: INCIDENT, [BOOK]: TRIAGE }
  const differing = (text: string) =>
    findingsOf({ ...pages, [EN]: text }).flatMap(({ code, data }) =>
      code === 'INCIDENT_LOCALE_DIFFERS' ? [data.key] : [],
    )
  expect(differing(english)).toEqual([])
  expect(differing(english.replace('stated: 20m', 'stated: 21m'))).toEqual(['incident.claims.0.stated'])
  expect(differing(english.replace(', accepted: Too small a team.', ''))).toEqual(['incident.factors.1.accepted'])
})
