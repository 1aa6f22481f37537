import { expect, test } from 'vitest'
import { execForm } from '#formats/dockerfile/exec-form.ts'
import { readDockerfile } from '#formats/dockerfile/read.ts'
import { stagesOf } from '#formats/dockerfile/stage.ts'

const TEXT = `# syntax=docker/dockerfile:1
ARG VERSION=3
FROM --platform=$BUILDPLATFORM python:$VERSION AS Builder
run pip install \\
    # why
    fastapi

FROM scratch
COPY --from=builder /a /b
`

test('instructions, their words placed, their lines joined', () => {
  const [arg, from, run, , copy] = readDockerfile(TEXT)
  expect(arg).toMatchObject({ keyword: 'ARG', joined: 'VERSION=3', lines: [2, 2] })
  expect(from?.args.map(({ text, start, end }) => [text, TEXT.slice(start, end)])).toEqual([
    ['python:$VERSION', 'python:$VERSION'],
    ['AS', 'AS'],
    ['Builder', 'Builder'],
  ])
  expect(run).toMatchObject({ keyword: 'RUN', text: 'run', joined: 'pip install     fastapi', lines: [4, 6] })
  expect(copy?.flags).toMatchObject([{ name: 'from', value: 'builder', text: '--from=builder' }])
  const [flag] = copy?.flags ?? []
  expect(TEXT.slice(flag?.start, flag?.end)).toBe('--from=builder')
})

test('stages, and what stands before them', () => {
  const stages = stagesOf(readDockerfile(TEXT))
  expect(stages.map(({ name, from, instructions }) => [name, from.args[0]?.text, instructions.length])).toEqual([
    ['builder', 'python:$VERSION', 1],
    [undefined, 'scratch', 1],
  ])
})

test.each<[string, readonly string[] | undefined]>([
  ['["a", "b c"]', ['a', 'b c']],
  ['["a", \\\n  "b"]', ['a', 'b']],
  ["['a']", undefined],
  ['["a", 1]', undefined],
  ['[ -f x ]', undefined],
  ['a b', undefined],
])('the exec form %s', (text, words) => expect(execForm(text)).toEqual(words))
