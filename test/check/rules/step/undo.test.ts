import { expect, test } from 'vitest'
import { findingsOf, runbook, step } from '../../page.ts'

const declared = (name: string, type: string, example: string) =>
  `    ${name}: { type: ${type}, label: ${name}, example: ${example} }`
const PARAMETERS = [
  declared('VERSION', 'image-tag', '1.2.4'),
  declared('PREVIOUS_VERSION', 'image-tag', '1.2.3'),
  declared('HOST_ONE', 'hostname', 'one.example.com'),
  declared('HOST_TWO', 'hostname', 'two.example.com'),
]
const READS = step(': "$VERSION" "$PREVIOUS_VERSION" "$HOST_ONE" "$HOST_TWO"', 'effect=read', 'reads')
const APART = [
  '  procedures:',
  '    - { id: deploy, title: T, when: W, steps: [a, reads], undo: go-back }',
  '    - { id: go-back, title: T, when: W, steps: [b, reads], undo: deploy }',
]
const codes = (first: string, second: string, { meta = '', procedures = [] as string[] } = {}) =>
  findingsOf({
    'page.md': runbook(
      [step(first, 'effect=update', 'a'), step(second, `effect=update ${meta}`, 'b'), '## Last\n', READS],
      [...PARAMETERS, ...procedures],
    ),
  }).map(({ code, place, data }) => `${place.start.line} ${code} ${data.maker ?? ''}`.trim())
const deploy = (host: string, version: string) => `ssh -o BatchMode=yes "$${host}" /opt/deploy.sh "$${version}"`

test('a step that puts another version back in the same procedure, whatever it says that it undoes', () => {
  const pair = [deploy('HOST_ONE', 'VERSION'), deploy('HOST_ONE', 'PREVIOUS_VERSION')] as const
  expect(codes(...pair)).toEqual(['17 STEP_UNDO_REPEATS a'])
  expect(codes(...pair, { meta: 'undoes=a' })).toEqual(['17 STEP_UNDO_REPEATS a'])
  expect(codes(...pair, { meta: 'undoes=a', procedures: APART })).toEqual([])
  expect(codes(...pair, { meta: 'allow="STEP_UNDO_REPEATS it goes through both versions"' })).toEqual([])
})

test('the same version on another machine is another thing', () => {
  expect(codes(deploy('HOST_ONE', 'VERSION'), deploy('HOST_TWO', 'VERSION'))).toEqual([])
  expect(codes(deploy('HOST_ONE', 'VERSION'), deploy('HOST_TWO', 'PREVIOUS_VERSION'))).toEqual([])
})
