import { describe, expect, test } from 'vitest'
import { filesUnder, readText } from './pages.ts'

const APP = 'runbooks/fixtures/maravia/laptop/maravia'

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one)

/** What the application logs: the first text each call of a logger is given. */
const messages = filesUnder(`${APP}/src`).flatMap((file) =>
  found(readText(file), /\blogger\.(?:log\((?:[^"\n]*, )|\w+\()"([^"]+)"/g),
)

describe.each(['content/docs/guides/maravia-logs.md', 'content/docs/en/guides/maravia-logs.md'])('%s', (page) => {
  const text = readText(page)

  test('has each message of the application, and no other', () => {
    const rows = text.slice(text.search(/^\| `message` \| (?:Nivel|Level) \|/m)).split('\n\n')[0] ?? ''
    const named = found(rows, /^\| (`.+?`) \| `/gm).flatMap((cell) => found(cell, /`([^`]+)`/g))
    expect(messages.length).toBeGreaterThan(5)
    expect(named.toSorted()).toEqual([...new Set(messages)].toSorted())
  })

  test('has the limits that Compose gives the logs', () => {
    const [size = '', files = ''] =
      /max-size: (\d+m), max-file: "(\d+)"/.exec(readText(`${APP}/compose.yaml`))?.slice(1) ?? []
    expect(text).toContain(`"max-size": "${size}", "max-file": "${files}"`)
  })

  test('has an alert in its table for each rule, and each rule in its tests', () => {
    const rules = found(text, /^ {6}- alert: (\w+)$/gm)
    expect(rules.length).toBeGreaterThan(0)
    expect(found(text, /^\| `(Maravia\w+)` \| /gm)).toEqual(rules)
    expect(found(text, /alertname: (\w+), eval_time/g)).toEqual(rules)
    expect(found(text, /alertname="(\w+)"/g)).toEqual(rules)
  })
})
