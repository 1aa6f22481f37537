import { expect, test } from 'vitest'
import { ask, texts } from './facts.ts'

test.each([
  ['pip install -r requirements.txt -c limits.txt', ['requirements.txt', 'limits.txt']],
  ['psql --file=load.sql app', ['load.sql']],
  ['promtool check config prometheus.yml', ['prometheus.yml']],
  ['promtool check rules --lint=all a.yml b.yml', ['a.yml', 'b.yml']],
  ['promtool check service-discovery prometheus.yml api', ['prometheus.yml']],
  ['docker image build -f x.Dockerfile .', ['x.Dockerfile']],
  ['docker-compose --env-file .env -f a.yaml up', ['.env', 'a.yaml']],
  ['gcloud builds submit --config=build.yaml', ['build.yaml']],
])('the files %s reads', (line, files) => {
  expect(texts(ask(line, 'reads'))).toEqual(files)
})

test.each([
  ['cd app', 'moves'],
  ['git pull', 'brings'],
  ['make build', 'builds'],
  ['python3 load.py', 'runs'],
  ['docker ps', undefined],
])('what %s does to the directory', (line, directory) => {
  expect(ask(line, 'directory')).toBe(directory)
})

test.each([
  ['uvicorn app:main --port=8000', '8000'],
  ['hypercorn app:main --port 8000', '8000'],
  ['certbot certonly --standalone --http-01-port 8080', '8080'],
  ['gcloud run services proxy app --port=8080', '8080'],
])('the port %s opens', (line, port) => {
  expect(ask(line, 'ports')?.map(({ outside }) => outside)).toEqual([port])
})

test('the targets of make', () => {
  expect(texts(ask('make -j4 build VERSION=1 test', 'targets'))).toEqual(['build', 'test'])
  expect(ask('make -C app build', 'targets')).toBeUndefined()
})

test('the units that start at every boot', () => {
  expect(texts(ask('systemctl enable --now app nginx', 'enablesUnits'))).toEqual(['app', 'nginx'])
  expect(ask('systemctl start app', 'enablesUnits')).toBeUndefined()
})
