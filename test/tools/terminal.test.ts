import { expect, test } from 'vitest'
import { ask, texts } from './facts.ts'

test.each([
  ['certbot certonly -d www.example.com', { instead: { add: '--non-interactive', answers: true } }],
  ['certbot -n certonly -d www.example.com', undefined],
  ['certbot renew', undefined],
  ['ufw enable', { instead: { add: '--force' } }],
  ['ufw --force enable', undefined],
  ['ufw delete allow 80', { instead: { add: '--force' } }],
  ['ufw allow 80', undefined],
  ['pip uninstall fastapi', { instead: { add: '--yes' } }],
  ['pip uninstall -y fastapi', undefined],
  ['psql -W app', { instead: 'person', terminal: true }],
  ['psql app', undefined],
  ['systemctl edit app', { instead: 'person', terminal: true }],
  ['apt auto-remove', { instead: { add: '-y' } }],
  ['apt-get -qq full-upgrade', undefined],
  ['docker container run -it app', { instead: { remove: '-t' }, terminal: true }],
  ['docker builder prune', { instead: { add: '--force', effect: 'delete' } }],
  ['npm init', { instead: { add: '-y' } }],
  ['nano file', { instead: 'person', terminal: true }],
  ['less --version', undefined],
])('what %s asks', (line, asks) => {
  expect(ask(line, 'asks')).toEqual(asks)
})

test.each([
  ['redis-cli monitor', 'until stopped'],
  ['redis-cli --stat', 'until stopped'],
  ['redis-cli ping', undefined],
  ['uvicorn app:main --port 8000', 'until stopped'],
  ['uvicorn --version', undefined],
  ['docker container logs -f web', { remove: '-f' }],
  ['docker system events', { add: '--until' }],
  ['docker-compose up', { add: '-d' }],
  ['journalctl -fu app', { remove: '-f' }],
  ['tail -f log --pid 1', undefined],
  ['python3 -m http.server', 'until stopped'],
  ['watch -g date', undefined],
  ['gcloud run services proxy app', 'until stopped'],
])('how long %s stays', (line, waits) => {
  expect(ask(line, 'waits')).toEqual(waits)
})

test.each([
  ['redis-cli config get requirepass', { kind: 'secret' }],
  ['redis-cli get key', undefined],
  ['gcloud secrets versions access 1 --secret=a', { kind: 'secret' }],
  ['gcloud secrets versions access 1 --secret=a --out-file=a', undefined],
  ['env', { kind: 'variables', names: 'all' }],
  ['env A=1 app', undefined],
])('what %s shows', (line, shows) => {
  expect(ask(line, 'shows')).toEqual(shows)
})

test.each([
  ['grep -q x .env', []],
  ['egrep x .env', ['x', '.env']],
  ['sed -i s/a/b/ .env', []],
  ['sed s/a/b/ .env', ['s/a/b/', '.env']],
])('the files %s shows', (line, files) => {
  const shows = ask(line, 'shows')
  expect(shows?.kind === 'files' ? texts(shows.files) : []).toEqual(files)
})

test.each([
  ['git clean -fd', { shown: 'git clean' }],
  ['git -C app reset --hard', { shown: 'git reset' }],
  ['git reset', undefined],
  ['docker container prune', { shown: 'docker container prune', fineOnServer: true }],
  ['docker builder prune -a', { shown: 'docker builder prune' }],
  ['docker container rm $(docker ps -aq)', { shown: 'docker container rm $(…)' }],
  ['xargs docker image remove', { shown: 'xargs docker image remove' }],
  ['redis-cli flushall', { shown: 'redis-cli flushall' }],
  ['pkill app', { shown: 'pkill' }],
])('what %s sweeps away', (line, sweep) => {
  expect(ask(line, 'sweep')).toEqual(sweep)
})

test('a save in the background goes on when redis-cli has ended', () => {
  expect(ask('redis-cli BGSAVE', 'returnsEarly')).toMatchObject({ shown: 'redis-cli BGSAVE' })
  expect(ask('redis-cli save', 'returnsEarly')).toBeUndefined()
})
