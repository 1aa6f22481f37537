import { describe, expect, test } from 'vitest'
import { readDockerignore } from '#formats/dockerignore/read.ts'

/** Each text, the paths it keeps out and those it lets in. */
test.each<[string, string, string, string]>([
  ['a name is the root’s alone', 'temp', 'temp temp/a/b', 'a/temp temporary'],
  ['a slash before is the root', '/temp', 'temp temp/a', 'a/temp'],
  ['a slash after changes nothing', 'temp/', 'temp temp/a', 'a/temp'],
  ['dots are cleaned away', './a/../temp//x/', 'temp/x temp/x/y', 'temp a'],
  ['above the root there is nothing', '../temp', '', 'temp'],
  ['the root itself keeps nothing out', '.\n/', '', 'a'],
  ['* stops at a slash', '*/temp*', 'a/temp a/temporary.txt', 'temp a/b/temp'],
  ['* alone is everything', '*', 'a .a a/b', ''],
  ['? is one character', 'temp?', 'tempa temp☺', 'temp temp/ a/tempb'],
  ['** is any number of folders', '**/*.pyc', 'a.pyc a/b/c.pyc a.pyc/x', 'a.py'],
  ['** in the middle', 'a/**/b', 'a/b a/x/b a/x/y/b/c', 'b ab'],
  ['** at the end is what is below', 'docs/**', 'docs/a docs/a/b', 'docs'],
  ['** alone, and its slash, are everything', '**/', 'a a/b', ''],
  ['** before plain text ends any path', '**file', 'file xfile a/xfile', 'file.txt'],
  ['** before a wildcard begins a name', '**file*', 'file file.txt a/file.txt', 'xfile'],
  ['**/ before plain text is a whole name', '**/.foo', '.foo a/.foo', 'bar.foo'],
  ['brackets', 'a[b-d]e\n[^x]y', 'ace zy', 'aae xy'],
  ['what means something elsewhere is plain', 'a(b)+{c}|$.d', 'a(b)+{c}|$.d', 'aab+c'],
  ['a backslash makes plain', '\\*.py\n\\!a', '*.py !a', 'a.py a'],
  ['the last match wins', '*.md\n!README.md\nREADME-secret.md', 'a.md README-secret.md', 'README.md'],
  ['! takes back what is inside a folder', 'docs\n!docs/keep.md', 'docs docs/a', 'docs/keep.md'],
  ['! takes back a folder with what it holds', '*\n!app', 'a', 'app app/main.py app/a/b'],
  ['! before keeps nothing in', '!a.md\n*.md', 'a.md', ''],
  // BuildKit asks ! about a folder only while something keeps it out: `docs` is in, so ! is not met, nor inherited.
  ['! of a folder that is in', 'docs/a\n!docs', 'docs/a', 'docs docs/b'],
  ['a comment, and none', '# a\n #b', '#b', 'a # a'],
  ['spaces around, and the mark at the start', '\uFEFF a \r\n! b \r\n', 'a', 'b'],
])('%s', (_, text, out, kept) => {
  const { excludes, malformed } = readDockerignore(text)
  const listed = (paths: string) => paths.split(' ').filter(Boolean)
  expect(malformed).toBeUndefined()
  expect(listed(out).filter((path) => !excludes(path))).toEqual([])
  expect(listed(kept).filter(excludes)).toEqual([])
})

describe('what Docker refuses', () => {
  test.each(['!', '[', 'a[', '[]', '[-x]', '[x-]', '[^', 'a\\'])('%s', (line) => {
    const { excludes, malformed } = readDockerignore(`b\n${line}\n`)
    expect([malformed, excludes('b'), excludes('a')]).toEqual([line, true, false])
  })
})
