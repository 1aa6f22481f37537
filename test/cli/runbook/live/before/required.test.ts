import { expect, test } from 'vitest'
import type { Plan } from '#schema/plan.ts'
import { planRun } from '#script/plan.ts'
import { loadToolsFor } from '#tools/load.ts'
import { requiredPrograms } from '../../../../../src/cli/runbook/live/before/required.ts'
import { demoScript } from '../../../../support/live-demo.ts'

/** Of steps with these texts; one that starts with `#` is done by hand. */
async function required(...texts: string[]) {
  const steps = texts.map((text, index) => ({
    id: `s${index}`,
    effect: 'read' as const,
    text,
    ...(text.startsWith('#') && { manual: 'by hand' }),
  }))
  const plan = planRun({ script: demoScript({ steps }), inputs: {}, shell: 'host', live: true, selection: {} }) as Plan
  const found = requiredPrograms(plan, await loadToolsFor(texts))
  return found.map(({ name, step, optional, madeReady }) =>
    [name, step, optional && 'optional', madeReady && 'made ready'].filter(Boolean).join(' '),
  )
}

test('every program of a pipeline, once, with the step that calls it first', async () => {
  expect(await required('curl -fsS http://localhost | jq .', 'jq . file; sudo docker ps')).toEqual([
    'curl s0',
    'jq s0',
    'sudo s1',
    'docker s1',
  ])
})

test('not those of other machines and of containers', async () => {
  expect(await required('ssh deploy@prod.example.com "docker ps | jq ."', 'docker exec web psql --list')).toEqual([
    'ssh s0',
    'docker s1',
  ])
})

test('neither functions, nor files of the page, nor what only a run can tell', async () => {
  expect(await required('check() { true; }; check', './deploy.sh; "$TOOL" x; venv/bin/uvicorn app', 'check')).toEqual([
    'true s0',
  ])
})

test('what the page can do without, or brings itself, is optional', async () => {
  expect(await required('if podman ps; then :; fi', 'sudo apt-get install -y nginx', 'nginx -t')).toEqual([
    'podman s0 optional',
    'sudo s1',
    'apt-get s1',
    'nginx s2 optional',
  ])
  expect(await required('PATH="$PWD/bin:$PATH"', 'terraform plan')).toEqual(['terraform s1 optional'])
})

test('a step that logs in makes its program ready', async () => {
  expect(await required('gcloud run services list', 'gcloud auth login')).toEqual(['gcloud s0 made ready'])
})

test('a step by hand needs no program here, and may log in or bring one', async () => {
  expect(await required('# by hand\ncloud-sql-proxy x', 'curl x')).toEqual(['cloud-sql-proxy s0 optional', 'curl s1'])
  expect(await required('# by hand\ngcloud auth login', 'gcloud run services list')).toEqual(['gcloud s1 made ready'])
})
