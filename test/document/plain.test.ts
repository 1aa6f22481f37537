import { expect, test } from 'vitest'
import { stepsOf } from '#document/model.ts'
import { parsePlainPage } from '#document/plain.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'

const FENCE = '```'
const read = (...lines: string[]) =>
  parsePlainPage({ file: 'a.md', source: lines.join('\n'), commands: KNOWN_PROGRAMS })
const kinds = (...lines: string[]) => read(...lines).page?.blocks.map(({ kind }) => kind)

test.each([
  ['bash', 'ls', 'step'],
  ['sh', 'ls', 'step'],
  ['shell', 'ls', 'step'],
  ['', 'docker ps -a', 'step'],
  ['', 'Error: it failed', 'plain'],
  ['', 'make: *** No rule to make target', 'plain'],
  ['text', 'ls', 'plain'],
  ['yaml', 'a: 1', 'file'],
  ['dockerfile', 'FROM a', 'file'],
])('a block of %o with %o is a %s', (language, text, kind) => {
  expect(kinds(`${FENCE}${language}`, text, FENCE)).toEqual([kind])
})

test('metadata of other tools is not read', () => {
  const { page, findings } = read(`${FENCE}bash {linenos=true} title="x`, 'ls', FENCE)
  expect(findings).toEqual([])
  expect(page?.blocks.map(({ kind }) => kind)).toEqual(['step'])
})

test('a session gives its commands without prompts and output, and moves no offset', () => {
  const { page } = read(`${FENCE}console`, '$ docker ps \\', '  -a', 'CONTAINER ID', '$ ls', FENCE)
  const [step] = page ? stepsOf(page) : []
  expect(step?.script.commands.map(({ name, start }) => [name?.value, start])).toEqual([
    ['docker', 2],
    ['ls', 34],
  ])
})

const commandsOf = (...lines: string[]) => {
  const { page } = read(`${FENCE}console`, ...lines, FENCE)
  const [step] = page ? stepsOf(page) : []
  return [step?.script.errors.map(({ message }) => message), step?.script.commands.map(({ name }) => name?.value)]
}

test.each([
  ['a root shell in a container', ['sh-5.1# chroot /host', 'sh-5.1# ls', 'etc'], ['chroot', 'ls']],
  ['a user and a machine', ['me@host:~/app$ ls', 'a b', '[me@host app]$ id'], ['ls', 'id']],
  ['a machine', ['web-1.internal:~$ ls', 'a b'], ['ls']],
  ['root, after a user', ['$ sudo -i', '# whoami', 'root'], ['sudo', 'whoami']],
  ['a sentence in a comment', ['$ ls', '# Look at the files (all of them)', '$ id'], ['ls', 'id']],
  ['a here-document', ['$ cat <<EOF', 'oc apply', 'EOF', 'oc apply', '$ id'], ['cat', 'id']],
  ['a quoted text', ["$ echo 'a", "b'", 'a', 'b', '$ id'], ['echo', 'id']],
  ['a loop', ['$ for a in b; do', '> ls', '> done', 'b', '$ id'], ['ls', 'id']],
  ['a prompt of `>`', ['> gpg --card-edit', 'gpg/card', '> quit now'], ['gpg', 'quit']],
  ['an apostrophe in the output', ['$ ls', "can't", '$ id'], ['ls', 'id']],
])('a session with %s gives its commands alone', (_, lines, expected) => {
  expect(commandsOf(...lines)).toEqual([[], expected])
})

test.each([
  ['`conf/nginx.conf`:', 'nginx', 'a b;', 'conf/nginx.conf'],
  ['So:', 'yaml', '# docker-compose.yml with logs\na: 1', 'docker-compose.yml'],
  ['So:', 'dockerfile', 'FROM a', 'Dockerfile'],
])('a file block is named by its words or its first comment', (words, language, text, path) => {
  const { page } = read(words, '', `${FENCE}${language}`, text, FENCE)
  expect(page?.blocks.map((block) => (block.kind === 'file' ? block.path : ''))).toEqual([path])
})

test.each([
  ['file=api.env', 'api.env'],
  ['title="deploy/cloudbuild.yaml" {2}', 'deploy/cloudbuild.yaml'],
  ['file=/etc/systemd/system/app.timer', '/etc/systemd/system/app.timer'],
  ['title="The settings"', 'ini'],
])('the metadata of other tools names a file: %s', (meta, path) => {
  const { page } = read(`${FENCE}ini ${meta}`, 'A=1', FENCE)
  expect(page?.blocks.map((block) => (block.kind === 'file' ? block.path : ''))).toEqual([path])
})

test('a comment before a block allows a finding, with a reason', () => {
  const fence = [`${FENCE}bash`, 'ls', FENCE]
  const { page } = read('<!-- allow HAZARD_BYPASS the machine is thrown away -->', ...fence)
  const [step] = page ? stepsOf(page) : []
  expect(step?.fence.allow).toEqual({ codes: ['HAZARD_BYPASS'], reason: 'the machine is thrown away' })
  expect(read('<!-- allow HAZARD_BYPASS -->', '', ...fence).findings.map(({ code }) => code)).toEqual(['FENCE_VALUE'])
})
