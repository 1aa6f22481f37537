import { expect, test } from 'vitest'
import { declaredSubstitutions, imagesPushed, isLoose } from '#formats/cloud-build/build.ts'
import { substituted, substitutionsIn } from '#formats/cloud-build/substitution.ts'

test.each<[string, string[], string]>([
  ['a:$_TAG', ['_TAG'], 'a:<_TAG>'],
  ['a:${_TAG}b', ['_TAG'], 'a:<_TAG>b'],
  ['$PROJECT_ID-$_A', ['PROJECT_ID', '_A'], '<PROJECT_ID>-<_A>'],
  ['$BRANCH_NAME_latest', ['BRANCH_NAME_'], '<BRANCH_NAME_>latest'],
  // A dollar, and the shell's own.
  ['$$_TAG $${X} $x ${x} ${X:-1}', [], '$_TAG ${X} $x ${x} ${X:-1}'],
  ['$$$_TAG', ['_TAG'], '$<_TAG>'],
])('%s', (text, names, filled) => {
  const found = substitutionsIn(text)
  expect(found.map(({ name }) => name)).toEqual(names)
  expect(found.map(({ start, end }) => text.slice(start, end).replaceAll(/[${}]/g, ''))).toEqual(names)
  expect(substituted(text, (name) => `<${name}>`)).toBe(filled)
})

test('a comment holds none', () =>
  expect(substitutionsIn('# $_A\n  # $_B\nx: $_C').map(({ name }) => name)).toEqual(['_C']))

const docker = (...args: readonly string[]) => ({ name: 'gcr.io/cloud-builders/docker', args })

test.each<[string, unknown, readonly string[] | undefined]>([
  ['named', { steps: [docker('build', '.')], images: ['a', 'b'] }, ['a', 'b']],
  ['pushed', { steps: [docker('push', 'a')], images: ['a'] }, ['a']],
  ['not known of another builder', { steps: [{ name: 'other' }], images: ['a'] }, undefined],
  ['nor of a shell', { steps: [{ ...docker('push', 'a'), entrypoint: 'bash' }] }, undefined],
  ['nor of buildx', { steps: [docker('buildx', 'build', '--push')] }, undefined],
])('images: %s', (_, build, images) => expect(imagesPushed(build as Record<string, unknown>)).toEqual(images))

test('what a file declares', () => {
  expect(declaredSubstitutions({ substitutions: { _A: 1 } })).toEqual(new Map([['_A', '1']]))
  expect([isLoose({}), isLoose({ options: { substitutionOption: 'ALLOW_LOOSE' } })]).toEqual([false, true])
})
