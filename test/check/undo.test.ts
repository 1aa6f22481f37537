import { expect, test } from 'vitest'
import { findingsOf, runbook, step } from './page.ts'

const declared = (name: string, type: string, example: string) =>
  `    ${name}: { type: ${type}, label: ${name}, example: ${example} }`
const PARAMETERS = [
  declared('VERSION', 'image-tag', '1.2.4'),
  declared('PREVIOUS_VERSION', 'image-tag', '1.2.3'),
  declared('HOST_ONE', 'hostname', 'one.example.com'),
  declared('HOST_TWO', 'hostname', 'two.example.com'),
]
const READS = step(': "$VERSION" "$PREVIOUS_VERSION" "$HOST_ONE" "$HOST_TWO"', 'effect=read', 'reads')
const codes = (first: string, second: string, meta = '') =>
  findingsOf({
    'page.md': runbook(
      [step(first, 'effect=update', 'a'), step(second, `effect=update ${meta}`, 'b'), READS],
      PARAMETERS,
    ),
  }).map(({ code, place, data }) => `${place.start.line} ${code} ${data.maker ?? ''}`.trim())
const deploy = (host: string, version: string) => `ssh -o BatchMode=yes "$${host}" /opt/deploy.sh "$${version}"`

test('a step that puts another version back without saying so', () => {
  const pair = [deploy('HOST_ONE', 'VERSION'), deploy('HOST_ONE', 'PREVIOUS_VERSION')] as const
  expect(codes(...pair)).toEqual(['17 STEP_UNDO_REPEATS a'])
  expect(codes(...pair, 'undoes=a')).toEqual([])
  expect(codes(...pair, 'allow="STEP_UNDO_REPEATS it goes through both versions"')).toEqual([])
})

test('the same version on another machine is another thing', () => {
  expect(codes(deploy('HOST_ONE', 'VERSION'), deploy('HOST_TWO', 'VERSION'))).toEqual([])
  expect(codes(deploy('HOST_ONE', 'VERSION'), deploy('HOST_TWO', 'PREVIOUS_VERSION'))).toEqual([])
})
