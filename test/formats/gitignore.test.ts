import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readGitignores } from '#formats/gitignore/read.ts'

const PATHS =
  'a.log A.log x/a.log keep.log build/out build/keep src/build/out docs/a.md docs/b/c.md x/secret x/y/secret #a !a'.split(
    ' ',
  )

/** What git itself does not list of these files. */
function ignoredByGit(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'gitignore-'))
  try {
    for (const [path, text] of [...PATHS.map((name) => [name, ''] as const), ...Object.entries(files)]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'core.excludesFile=/dev/null', ...args], { cwd: folder, encoding: 'utf8' })
    git('init', '--quiet')
    const listed = new Set(git('ls-files', '-z', '--others', '--exclude-standard').split('\0'))
    return PATHS.filter((path) => !listed.has(path))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['a name at any depth', { '.gitignore': '*.log' }, 'a.log A.log x/a.log keep.log'],
  ['capital letters differ', { '.gitignore': 'a.log' }, 'a.log x/a.log'],
  ['a slash before is the top', { '.gitignore': '/build' }, 'build/out build/keep'],
  ['a slash after is a folder', { '.gitignore': 'build/\nsecret/' }, 'build/out build/keep src/build/out'],
  ['a slash inside is from the top', { '.gitignore': 'build/out' }, 'build/out'],
  [
    '** is any number of folders',
    { '.gitignore': 'docs/**/*.md\n**/secret' },
    'docs/a.md docs/b/c.md x/secret x/y/secret',
  ],
  ['! takes a file back', { '.gitignore': '*.log\n!keep.log' }, 'a.log A.log x/a.log'],
  ['but not out of a folder', { '.gitignore': 'build\n!build/keep' }, 'build/out build/keep src/build/out'],
  ['unless its files alone are ignored', { '.gitignore': '/build/*\n!build/keep' }, 'build/out'],
  ['a backslash makes plain', { '.gitignore': '\\#a\n\\!a' }, '#a !a'],
  ['the nearest file decides', { '.gitignore': '*.log', 'x/.gitignore': '!a.log' }, 'a.log A.log keep.log'],
  ['a file below is of its folder', { 'x/.gitignore': '/secret' }, 'x/secret'],
  [
    'and takes nothing back from an ignored folder',
    { '.gitignore': 'x/', 'x/.gitignore': '!a.log' },
    'x/a.log x/secret x/y/secret',
  ],
])('%s, as git itself', (_, files, expected) => {
  const isIgnored = readGitignores(
    Object.entries(files).map(([path, text]) => ({ folder: path.replace(/\/?\.gitignore$/, ''), text })),
  )
  expect(PATHS.filter(isIgnored)).toEqual(expected.split(' '))
  expect(ignoredByGit(files)).toEqual(expected.split(' '))
})
