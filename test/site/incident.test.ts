import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { INCIDENT_SEVERITIES, type Incident, incidentSchema } from '#schema/incident.ts'
import { calendar } from '#site/incident/calendar.ts'
import { chosenIn, matches, queryOf } from '#site/incident/filter.ts'
import { firstKnown, formatAt, formatLasted } from '#site/incident/moment.ts'
import { proofOf } from '#site/incident/proof.ts'
import {
  compareClaims,
  factorsByKind,
  filterChoices,
  newestFirst,
  oldestFirst,
  openActions,
  themeCounts,
} from '#site/incident/record.ts'
import { contentsOf, firstContents } from '#site/incident/sections.ts'
import { waterfall } from '#site/incident/waterfall.ts'

const UNKNOWN = { precision: 'unknown', reason: 'Nobody wrote it down.' } as const
const exact = (at: string) => ({ precision: 'exact', at }) as const

/** An incident of the schema with what a test says of it. */
const incident = (id: string, part: Record<string, unknown> = {}): Incident =>
  incidentSchema.parse({
    id,
    status: 'resolved',
    summary: 'The chat stopped.',
    severity: 'high',
    severityReason: 'Nobody could chat.',
    services: ['backend'],
    themes: ['secrets'],
    times: { started: UNKNOWN, detected: UNKNOWN, mitigated: UNKNOWN, resolved: UNKNOWN },
    detection: 'Unknown.',
    impact: 'The chat answered 401.',
    factors: [{ id: 'factor', kind: 'technical', text: 'A factor.' }],
    timeline: [{ id: 'seen', time: UNKNOWN, text: 'Seen.' }],
    runbooks: [{ id: 'triage', relation: 'prevents' }],
    actions: [{ id: 'act', type: 'prevent', text: 'Act.', role: 'Backend', status: 'open', closes: ['factor'] }],
    lessons: {},
    ...part,
  })
const started = (at: string) => ({
  times: { started: exact(at), detected: UNKNOWN, mitigated: UNKNOWN, resolved: UNKNOWN },
})
const entry = (id: string, part: Record<string, unknown> = {}) => ({ incident: incident(id, part) })
const ids = (entries: readonly { incident: Incident }[]) => entries.map(({ incident: { id } }) => id)
const entryOf = (id: string, lasted?: string) => ({ id, time: UNKNOWN, text: id, ...(lasted && { lasted }) })

const THREE = [
  entry('undated'),
  entry('old', { ...started('2025-12-04'), themes: ['secrets', 'automation'], services: ['web'], severity: 'low' }),
  entry('new', started('2025-12-09T10:00Z')),
]

test('lists run from new to old, calendars from old to new, and what has no date comes last in both', () => {
  expect(ids(newestFirst(THREE))).toEqual(['new', 'old', 'undated'])
  expect(ids(oldestFirst(THREE))).toEqual(['old', 'new', 'undated'])
})

test('the first known moment may be that of the timeline, and there may be none', () => {
  expect(firstKnown(incident('a'))).toBeUndefined()
  const timeline = [entryOf('seen'), { ...entryOf('push'), time: exact('2025-12-05T06:56') }]
  expect(firstKnown(incident('a', { timeline }))?.at).toBe('2025-12-05T06:56')
})

test('themes are counted over the incidents that have them, the most frequent first', () => {
  expect(themeCounts(THREE).map(({ theme, entries }) => [theme, ids(entries)])).toEqual([
    ['secrets', ['undated', 'old', 'new']],
    ['automation', ['old']],
  ])
})

test('only open actions are still to do', () => {
  const done = {
    id: 'did',
    type: 'detect',
    text: 'Did.',
    role: 'Web',
    status: 'done',
    verified: 'finding:HAZARD_BYPASS',
  }
  const both = entry('a', { actions: [...incident('x').actions, done] })
  expect(openActions([both]).map(({ action }) => action.id)).toEqual(['act'])
})

test('factors stand under their kind with what closes them', () => {
  const factors = [
    { id: 'slow', kind: 'detection', text: 'Slow.', accepted: 'Rare.' },
    { id: 'factor', kind: 'technical', text: 'A factor.' },
  ]
  expect(
    factorsByKind(incident('a', { factors })).map(({ kind, factors: some }) => [
      kind,
      some.map(({ factor, actions }) => [factor.id, actions.map(({ id }) => id)]),
    ]),
  ).toEqual([
    ['technical', [['factor', ['act']]]],
    ['detection', [['slow', []]]],
  ])
})

test('a claim stands beside the sum of its parts, which is a minimum when a part is unknown', () => {
  const timeline = [entryOf('build', '12m'), entryOf('push', '8m'), entryOf('wait')]
  const claims = [
    { id: 'total', text: 'Total.', stated: '20m', parts: ['build', 'push'] },
    { id: 'outage', text: 'Outage.', stated: '3s', parts: ['push', 'wait'], discrepancy: 'It counts less.' },
  ]
  expect(compareClaims(incident('a', { timeline, claims })).map(({ sum, complete }) => [sum, complete])).toEqual([
    [1_200_000, true],
    [480_000, false],
  ])
})

test('what verifies an action leads to its step or its finding', () => {
  const hrefs = new Map([['triage', '/en/runbooks/triage/']])
  expect(proofOf('step:triage#look', hrefs, 'en').href).toBe('/en/runbooks/triage/#step-look')
  expect(proofOf('finding:HAZARD_BYPASS', hrefs, 'en').href).toBe('/en/reference/hazard/#hazard_bypass')
  expect(proofOf('file:README.md', hrefs, 'en')).toEqual({ kind: 'file', name: 'README.md', href: undefined })
  expect(proofOf('step:gone#look', hrefs, 'en').href).toBeUndefined()
})

test.each([
  ['2025-12-09', '9 Dec 2025'],
  ['2025-12-05T06:56', '5 Dec 2025, 06:56'],
  ['2025-12-05T06:56Z', '5 Dec 2025, 06:56 UTC'],
  ['2025-12-05T06:56-06:00', '5 Dec 2025, 06:56 -06:00'],
])('the moment %s reads %s', (at, text) => {
  expect(formatAt(at, 'en')).toBe(text)
})

test.each([
  [3000, '3 s'],
  [6200, '6.2 s'],
  [480_000, '8 min'],
  [65_000, '1 min 5 s'],
  [7_200_000, '2 h'],
  [5_400_000, '1 h 30 min'],
])('%d ms read %s', (milliseconds, text) => {
  expect(formatLasted(milliseconds)).toBe(text)
})

test('bars are as long as their entries lasted, one after another, inside the picture', () => {
  const { timeline } = incident('a', { timeline: [entryOf('a', '10m'), entryOf('b'), entryOf('c', '5m')] })
  const [first, second, third] = waterfall(timeline, 340)
  expect([first?.known, second?.known, third?.known]).toEqual([true, false, true])
  expect((first?.width ?? 0) / (third?.width ?? 1)).toBeCloseTo(2)
  expect(second?.x).toBe((first?.x ?? 0) + (first?.width ?? 0))
  expect(second?.label.text).toBe('?')
  expect(third?.label.x).toBeLessThan(340 - 60)
})

test('a timeline without any duration and one of many entries still fit', () => {
  const unknown = incident('a', { timeline: Array.from({ length: 40 }, (_, index) => entryOf(`e${index}`)) })
  const long = incident('a', { timeline: Array.from({ length: 40 }, (_, index) => entryOf(`e${index}`, '1s')) })
  for (const { timeline } of [unknown, long]) {
    const last = waterfall(timeline, 340).at(-1)
    expect(last?.width).toBeGreaterThan(0)
    expect(last?.label.x).toBeLessThanOrEqual(340 - 70)
  }
})

test('a day without a time fills its day, a time is a point, and an unknown end stays unknown', () => {
  const resolved = { ...started('2025-12-04').times, resolved: exact('2025-12-05') }
  const spans = [incident('a', { times: resolved }), incident('b', started('2025-12-06T12:00')), incident('c')]
  const { rows, ticks } = calendar(spans, 374)
  expect(ticks.map(({ day }) => day)).toEqual(['2025-12-04', '2025-12-05', '2025-12-06'])
  expect(rows).toEqual([
    { number: 1, start: { x: 30, width: 100, estimated: false, wholeDay: true }, end: { x: 230 } },
    { number: 2, start: { x: 280, width: 0, estimated: false, wholeDay: false }, end: undefined },
    { number: 3, start: undefined, end: undefined },
  ])
})

test('a calendar of years has labels that do not overlap, and one without dates has none', () => {
  const { ticks } = calendar([incident('a', started('2020-01-01')), incident('b', started('2025-12-09'))], 340)
  expect(ticks.length).toBeGreaterThan(1)
  expect((ticks[1]?.x ?? 0) - (ticks[0]?.x ?? 0)).toBeGreaterThanOrEqual(46)
  expect(calendar([incident('a')], 340)).toEqual({ rows: [{ number: 1, start: undefined, end: undefined }], ticks: [] })
})

test('filters offer what some incident has, and read and write the address', () => {
  const offered = filterChoices(
    THREE.map(({ incident: one }) => one),
    INCIDENT_SEVERITIES,
  )
  expect(offered).toEqual({ service: ['backend', 'web'], severity: ['high', 'low'], theme: ['secrets', 'automation'] })
  expect(chosenIn('?service=web&severity=worst&x=1', offered)).toEqual({ service: 'web' })
  expect(queryOf({ theme: 'secrets', service: 'web' })).toBe('?service=web&theme=secrets')
  expect(queryOf({ service: '' })).toBe('')
})

test('an incident is shown when it has everything that is chosen', () => {
  const has = { service: ['web', 'backend'], severity: ['high'], theme: ['secrets'] }
  expect(matches(has, {})).toBe(true)
  expect(matches(has, { service: 'web', theme: 'secrets' })).toBe(true)
  expect(matches(has, { service: 'web', theme: 'automation' })).toBe(false)
})

test('the table of contents leaves out what a record does not have', () => {
  const slugs = (one: Incident) => contentsOf(one, 'es').map(({ text }) => text)
  expect(firstContents('es').map(({ text }) => text)).toEqual(['Factores que contribuyeron', 'Acciones'])
  expect(slugs(incident('a'))).toEqual(['Cronología'])
  expect(slugs(incident('a', { lessons: { lucky: ['Luck.'] } })).at(-1)).toBe('Lecciones')
})

test('every published incident has a place in both pictures', () => {
  const folder = 'content/docs/post-mortems'
  const published = readdirSync(folder).map((name) => {
    const [, header = ''] = readFileSync(`${folder}/${name}`, 'utf8').split(/^---$/m)
    return incidentSchema.parse(parse(header).incident)
  })
  expect(published.length).toBeGreaterThan(0)
  for (const { start } of calendar(published, 340).rows) expect(start?.x).toBeGreaterThanOrEqual(30)
  for (const { timeline } of published) expect(waterfall(timeline, 340)).toHaveLength(timeline.length)
})
