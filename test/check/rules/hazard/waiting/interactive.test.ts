import { expect, test } from 'vitest'
import { findingsOf, found, runbook, step } from '../../../page.ts'

const asks = (text: string) => found(step(text)).some((line) => line.endsWith('HAZARD_INTERACTIVE'))
const stays = (text: string) => found(step(text)).some((line) => line.endsWith('HAZARD_NEVER_RETURNS'))

test.each([
  ['docker image prune', ['docker image prune -f', 'docker image prune --force', 'echo y | docker image prune']],
  ['docker login registry.example.com', ['docker login -u me --password-stdin registry.example.com']],
  ['docker exec -it app sh', ['docker exec -i app sh', 'docker exec app sh']],
  [
    'gcloud run services delete app --region=europe-west1',
    [
      'gcloud run services delete app --region=europe-west1 --quiet',
      'gcloud run services delete app --region=europe-west1 -q',
      'gcloud config set disable_prompts true\ngcloud run services delete app --region=europe-west1',
      'export CLOUDSDK_CORE_DISABLE_PROMPTS=1\ngcloud run services delete app --region=europe-west1',
      'yes | gcloud run services delete app --region=europe-west1',
    ],
  ],
  ['gcloud auth login', ['gcloud auth login --cred-file=key.json']],
  ['read -r name', ['read -r name < name.txt', 'read -r name <<< "a"', 'printf a | read -r name']],
  ['read -p "ok? " answer', ['read -p "ok? " answer < answers.txt']],
  ['sudo visudo', ['sudo visudo -c', 'sudo visudo -cf /etc/sudoers.d/app']],
  [
    'sudo passwd deploy',
    ['sudo passwd --lock deploy', 'sudo passwd -S deploy', 'printf "a\\na\\n" | sudo passwd deploy'],
  ],
  ['vim notes.txt', ['vim --version']],
  [
    'certbot certonly --webroot -w /srv -d app.example.com',
    [
      'certbot certonly --non-interactive --webroot -w /srv -d app.example.com',
      'certbot certonly --noninteractive --webroot -w /srv -d app.example.com',
      'certbot certonly -n --webroot -w /srv -d app.example.com',
      'certbot renew --dry-run',
      'certbot certificates',
      'certbot --version',
    ],
  ],
  [
    'sudo apt-get install jq',
    [
      'sudo apt-get install -y jq',
      'sudo apt-get -y install jq',
      'sudo apt-get install --yes jq',
      'sudo apt-get install --assume-yes jq',
      'sudo apt-get -qq install jq',
      'sudo apt-get install -yqq jq',
      'sudo apt-get -s install jq',
      'yes | sudo apt-get install jq',
      'apt list install',
      'apt-get update',
    ],
  ],
  ['DEBIAN_FRONTEND=noninteractive apt-get install jq', ['DEBIAN_FRONTEND=noninteractive apt-get install -y jq']],
  ['sudo dnf install jq', ['sudo dnf install -y jq', 'sudo dnf -y install jq', 'dnf --assumeyes update', 'dnf list']],
  ['sudo yum update', ['sudo yum update -y', 'yum info jq']],
  ['npm init', ['npm init -y', 'npm init --yes', 'npm install', 'yarn init -y']],
])('%s asks, and not when told not to', (asking, quiet) => {
  expect(asks(asking)).toBe(true)
  expect(quiet.filter(asks)).toEqual([])
})

test.each([
  ['top', ['top -b -n 1', 'top -bn1', 'top -b -n100 -d2']],
  ['htop', ['htop --version']],
  ['watch df', ['watch -g df', 'watch --chgexit df']],
  ['tail -f app.log', ['tail -n 5 app.log', 'tail -f --pid=1 app.log']],
  ['tail --follow=name app.log', ['tail app.log']],
  ['gunicorn app:app', ['gunicorn --daemon app:app', 'gunicorn --check-config app:app', 'gunicorn --version']],
  [
    'docker compose up',
    ['docker compose up -d', 'docker compose up --exit-code-from test', 'docker compose up --wait'],
  ],
])('%s stays, and not when told to end', (endless, ending) => {
  expect(stays(endless)).toBe(true)
  expect(ending.filter(stays)).toEqual([])
})

test.each([
  ['docker-compose up', 'HAZARD_NEVER_RETURNS', 'docker-compose up'],
  ['docker compose up', 'HAZARD_NEVER_RETURNS', 'docker compose up'],
  ['/usr/bin/docker container logs -f "$HOSTNAME"', 'HAZARD_NEVER_RETURNS', 'docker container logs'],
  ['docker-compose logs -f', 'HAZARD_NEVER_RETURNS', 'docker-compose logs'],
  ['gcloud run services delete app --region=europe-west1', 'HAZARD_INTERACTIVE', 'gcloud run services delete'],
])('the message on `%s` has the words of the page', (text, code, command) => {
  const told = findingsOf({ 'page.md': runbook([step(text)]) }).find((one) => one.code === code)
  expect(told?.data.command).toBe(command)
})
