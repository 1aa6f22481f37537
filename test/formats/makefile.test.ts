import { expect, test } from 'vitest'
import { outlineMakefile } from '#formats/makefile/outline.ts'
import { readMakefile } from '#formats/makefile/read.ts'

const TEXT = `# what it is
export NAME ?= app # its name
include other.mk
FILES = a.c \\
  b.c
all  build: $(FILES) ## both
\t@echo $(NAME) \\
\t  now
define TWO
not: read
endef
$(info text)
last:: ; echo x
`

test('lines, with what they are and where', () => {
  const lines = readMakefile(TEXT)
  expect(lines.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
    '2 assignment',
    '3 directive',
    '4 assignment',
    '6 rule',
    '7 recipe',
    '9 directive',
    '12 call',
    '13 rule',
  ])
  expect(lines).toMatchObject([
    { modifiers: ['export'], name: 'NAME', operator: '?=', value: 'app' },
    { word: 'include', text: 'include other.mk' },
    { name: 'FILES', operator: '=', value: 'a.c b.c' },
    { left: 'all  build', right: '$(FILES)' },
    { text: '@echo $(NAME) now' },
    { word: 'define' },
    { text: '$(info text)' },
    { left: 'last', right: '; echo x' },
  ])
})

test('targets, and whether there may be others', () => {
  const { targets, open, problems } = outlineMakefile(TEXT)
  expect(targets.map(({ name, start, end }) => [name, TEXT.slice(start, end)])).toEqual([
    ['all', 'all'],
    ['build', 'build'],
    ['last', 'last'],
  ])
  expect([open, problems]).toEqual([true, []])
})

test.each<[string, boolean]>([
  ['a: b\n\tc\n', false],
  ['X = 1\n.PHONY: a\na:\n', false],
  ['%.o: %.c\n', true],
  ['$(NAME): x\n', true],
  ['-include x.mk\na:\n', true],
  ['ifdef X\na:\nendif\n', false],
])('%j leaves targets open: %s', (text, open) => expect(outlineMakefile(text).open).toBe(open))

test('a tab before any target may assign, and a condition ends no rule', () => {
  const kinds = (text: string) => readMakefile(text).map(({ kind }) => kind)
  expect(kinds('\tX = 1\na:\nifdef X\n\techo x\nendif\n')).toEqual([
    'assignment',
    'rule',
    'directive',
    'recipe',
    'directive',
  ])
})

test.each<[string, string, string]>([
  ['a:\n    echo x\n', 'spaces', 'echo x'],
  ['a:\necho x\n', 'missing-separator', 'echo x'],
  ['\techo x\na:\n', 'no-target-yet', 'echo x'],
  ['a:\n\techo x\nX = 1\n\techo y\n', 'no-target-yet', 'echo y'],
])('%j is refused: %s', (text, reason, found) => {
  const { problems } = outlineMakefile(text)
  expect(problems.map((problem) => [problem.reason, text.slice(problem.start, problem.end)])).toEqual([[reason, found]])
})
