import { describe, expect, test } from 'vitest'
import { compareOutput } from '#run/expect.ts'
import type { ExpectationMode } from '#schema/fence.ts'

const compare = (mode: ExpectationMode, text: string, stdout: string, rest: { stderr?: string; path?: string } = {}) =>
  compareOutput(
    { mode, text, line: 1, ...(rest.path && { path: rest.path }) },
    { stdout, stderr: rest.stderr ?? '' },
    { PROJECT: 'my-project' },
  )

describe('contains', () => {
  test.each([
    ['lines in order, others between', 'one\nthree', 'one\ntwo\nthree\n'],
    ['wildcards within a line', 'Created [..] in [..].', 'Created x-1 in europe-west1.\n'],
    ['indentation and trailing blanks do not matter', 'one', '   one  \n'],
    ['regular expression characters are plain', 'a.b (c) [d] $5', 'a.b (c) [d] $5'],
    ['variables of the run', 'project $PROJECT and ${PROJECT}', 'project my-project and my-project'],
    ['colours are not text', 'green', '\u001b[32mgreen\u001b[0m\n'],
  ])('holds: %s', (_, text, stdout) => expect(compare('contains', text, stdout)).toBeUndefined())

  test('holds on stderr, where tools say what they did', () => {
    expect(compare('contains', 'done', 'x\n', { stderr: 'done\n' })).toBeUndefined()
  })

  test.each([
    ['a line that is not there', 'one\nfour', 'one\ntwo\n', 2],
    ['lines out of order', 'two\none', 'one\ntwo\n', 2],
    ['part of a line', 'on', 'one\n', 1],
    ['nothing printed', 'one', '', 1],
  ])('falls short: %s', (_, text, stdout, line) => expect(compare('contains', text, stdout)).toMatchObject({ line }))
})

describe('whole', () => {
  test.each([
    ['the same text', 'a\nb', 'a\nb\n'],
    ['any lines', 'a\n[...]\nd', 'a\nb\nc\nd\n'],
    ['no lines where any may be', 'a\n[...]\nb', 'a\nb\n'],
  ])('holds: %s', (_, text, stdout) => expect(compare('whole', text, stdout)).toBeUndefined())

  test.each([
    ['one line too many', 'a', 'a\nb\n'],
    ['one line too few', 'a\nb', 'a\n'],
    ['another line', 'a\nx\nc', 'a\nb\nc\n'],
  ])('falls short: %s', (_, text, stdout) => expect(compare('whole', text, stdout)).toBeDefined())
})

test('regex matches anywhere, over lines', () => {
  expect(compare('regex', '^v\\d+$', 'x\nv12\n')).toBeUndefined()
  expect(compare('regex', '^v\\d+$', 'x\nv12a\n')).toBeDefined()
})

describe('json', () => {
  const found = '{"status":"ok","n":1,"list":[{"a":1,"b":2}],"nested":{"url":"https://x.example.com/1"}}'
  test.each([
    ['a subset', '{"status":"ok"}', undefined],
    ['elements of a list', '{"list":[{"a":1}]}', undefined],
    ['wildcards in strings', '{"nested":{"url":"https://[..].example.com/[..]"}}', undefined],
    ['a part', '{"url":"https://[..]"}', '$.nested'],
    ['an element', '{"b":2}', '$.list[0]'],
  ])('holds: %s', (_, text, path) => expect(compare('json', text, found, path ? { path } : {})).toBeUndefined())

  test.each([
    ['another value', '{\n  "status": "ok",\n  "n": 2\n}', 3],
    ['a missing key', '{\n  "gone": null\n}', 2],
    ['a list of another length', '{"list":[]}', 1],
  ])('falls short: %s', (_, text, line) => expect(compare('json', text, found)).toMatchObject({ line }))

  test('falls short when the output is no JSON', () => expect(compare('json', '{}', 'oops')).toBeDefined())
})
