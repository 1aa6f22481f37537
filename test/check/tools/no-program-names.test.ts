import { expect, test } from 'vitest'
import { namings } from './program-names.ts'

/** Files that name what is no program there, or bash itself, and why. */
const OTHERWISE: Readonly<Record<string, { names: string; why: string }>> = {
  'src/check/files/makefile/makefile.ts': { names: 'make', why: 'the name of the format' },
  'src/check/files/nginx/agreement.ts': { names: 'nginx', why: 'the name of the format' },
  'src/check/files/nginx/nginx.ts': { names: 'nginx', why: 'the name of the format' },
  'src/check/files/dotenv/reading.ts': {
    names: 'bash docker',
    why: 'bash, and what messages call each reader of the format',
  },
  'src/check/files/dotenv/readers.ts': { names: 'bash', why: 'bash itself' },
  'src/check/files/dockerfile/flag.ts': { names: 'chmod chown', why: 'flags of instructions' },
  'src/check/files/dockerfile/secret.ts': { names: 'passwd', why: 'a part of the names of variables' },
  'src/check/files/systemd/shell.ts': { names: 'env', why: 'what systemd may start a shell by' },
  'src/check/fix/step-mark.ts': { names: 'bash', why: 'the language of a block' },
  'src/check/page/content-words.ts': { names: 'make', why: 'the verb of "make sure"' },
  'src/check/rules/file/log-option.ts': { names: 'env', why: 'an option of log drivers' },
}

test('no file of the checks names a program: what is known of programs stands in src/tools', () => {
  const allowed = ({ file, name }: { file: string; name: string }) => OTHERWISE[file]?.names.split(' ').includes(name)
  const found = namings().filter((naming) => !allowed(naming))
  expect(found.map(({ file, line, name, literal }) => `${file}:${line} ${name} in ${literal.slice(0, 60)}`)).toEqual([])
})

test('each file that is let name one does', () => {
  const found = namings()
  for (const [file, { names }] of Object.entries(OTHERWISE))
    for (const name of names.split(' '))
      expect(
        found.some((naming) => naming.file === file && naming.name === name),
        `${file} ${name}`,
      ).toBe(true)
})

test('what is looked for is found', () => {
  const named = (text: string) => namings({ 'x.ts': text }).map(({ name }) => name)
  expect(named("const a = 'docker'")).toEqual(['docker'])
  expect(named("const a = 'docker container run'")).toEqual(['docker'])
  expect(named('const a = `gcloud ${b}`')).toEqual(['gcloud'])
  expect(named('const a = /^(curl|wget)$/')).toEqual(['curl'])
  expect(named('const a = /^docker(-compose)?$/')).toEqual(['docker'])
  expect(named("new Set('cd git tar'.split(' '))")).toEqual(['git'])
  expect(named("import { a } from 'docker'")).toEqual([])
  expect(named("const a = { es: 'docker', en: 'docker' } // docker")).toEqual([])
  expect(named("defineFinding({ wrong: ['docker ps'] })")).toEqual([])
  expect(named('const a = /-docker\\.pkg\\.dev/')).toEqual([])
  expect(named('const a = /\\.(sh|bash|py)$/')).toEqual([])
})
