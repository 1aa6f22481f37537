import { expect, test } from 'vitest'
import { ask } from './facts.ts'

/** What a line hands on, in short. */
const handed = (line: string) =>
  ask(line, 'hands')?.map(({ machine, ...one }) => {
    const words = 'words' in one ? one.words.map(({ word }) => word.text) : 'word' in one ? [one.word.word.text] : []
    const marks = one.kind === 'words' ? [one.mark && `mark ${one.mark}`, one.more && 'more', one.maybe && 'maybe'] : []
    return [one.kind, machine && `${machine.kind} ${machine.name}`, words.join(' '), ...marks]
      .filter(Boolean)
      .join(': ')
  })

test.each([
  ['ssh app@web docker ps', ['joined: host app@web: docker ps']],
  ['ssh app@web', ['input: host app@web']],
  ['ssh -N app@web', []],
  [`bash -c 'echo hi'`, [`text: 'echo hi'`]],
  ['bash', ['input']],
  ['bash deploy.sh', []],
  ['xargs docker rm', ['words: docker rm: more']],
  ['xargs -I% docker rm %', ['words: docker rm %: mark %']],
  [`find . -name x -exec rm {} ';'`, ['words: rm {}: mark {}']],
  ['watch docker ps', ['joined: docker ps']],
  ['watch -x docker ps', ['words: docker ps']],
  [`su app -c 'ls /srv'`, [`text: 'ls /srv'`]],
  ['eval echo hi', ['joined: echo hi']],
  ['docker container exec web ls /srv', ['words: container web: ls /srv']],
  ['docker compose exec web ls', ['words: container web: ls']],
  ['docker container run alpine ls', ['words: container alpine: ls: maybe']],
  ['docker run app serve', ['words: container app: serve: maybe']],
  ['docker run --entrypoint ls app /srv', ['words: container app: ls /srv']],
  ['docker exec --help', undefined],
])('%s', (line, expected) => {
  expect(handed(line)).toEqual(expected)
})

test.each([
  ['ssh web', true],
  ['ssh -n web', false],
  ['bash', true],
  ['docker exec -i web sh', true],
  ['docker exec web sh', false],
  ['docker compose exec web sh', true],
])('whether the input of %s reaches what it hands on: %s', (line, passes) => {
  expect(ask(line, 'passesInput')).toBe(passes)
})

test.each([
  ['sudo -u app docker ps', 2],
  ['sudo A=1 docker ps', 1],
  ['sudo -e /etc/hosts', undefined],
  ['timeout 30 curl x', 1],
  ['env A=1 B=2 app', 2],
  ['command docker ps', 0],
  ['command -v docker', undefined],
  ['flock /tmp/lock make', 1],
  [`flock /tmp/lock -c make`, undefined],
])('where the command of %s starts: %s', (line, from) => {
  expect(ask(line, 'runsFrom')).toBe(from)
})
