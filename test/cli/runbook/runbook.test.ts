import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reportSchema } from '#schema/report.ts'
import { cli } from '../../support/cli.ts'

const runbook = (args: string, environment?: Record<string, string>) =>
  cli('runbook', args.split(' ').filter(Boolean), environment)

describe('wrong usage stops before anything runs, with status 2', () => {
  test.each([
    [
      'an unknown runbook, and the nearest',
      'cloud-run-deply --dry-run',
      'Error: No hay ningún runbook «cloud-run-deply».\nQué hacer: ¿Querías decir «cloud-run-deploy»? pnpm runbook cloud-run-deploy --dry-run\n',
    ],
    [
      'an unknown option',
      'cloud-run-deploy --dry-run --regoin x',
      'Error: No existe la opción --regoin.\nQué hacer: ¿Querías decir --region?\n',
    ],
    [
      'an option without its value',
      'cloud-run-deploy --region --dry-run',
      'Error: La opción --region necesita un valor.\nQué hacer: Mira las opciones con --help.\n',
    ],
    [
      'a switch with a value',
      'cloud-run-deploy --dry-run=yes',
      'Error: La opción --dry-run no lleva valor.\nQué hacer: Mira las opciones con --help.\n',
    ],
    [
      'one argument too many',
      'cloud-run-deploy set-up extra --dry-run',
      'Error: Sobra «extra».\nQué hacer: Mira las opciones con --help.\n',
    ],
    [
      'an unknown procedure',
      'docker-commands build-al --dry-run',
      'Error: El runbook no tiene ningún procedimiento «build-al».\nQué hacer: Sus procedimientos: docker-commands\n',
    ],
    [
      'an unknown step',
      'cloud-run-deploy --dry-run --only build-imag',
      'Error: El runbook no tiene ningún paso «build-imag».\nQué hacer: ¿Querías decir «build-image»?\n',
    ],
    [
      'the same release twice',
      'cloud-run-deploy release --dry-run --image-tag 2.0 --next-image-tag 2.0',
      'Error: --next-image-tag (NEXT_IMAGE_TAG, Versión siguiente; tipo image-tag): no puede ser igual que IMAGE_TAG. Ejemplo: 1.5.0\nQué hacer: Añade --next-image-tag 1.5.0\n',
    ],
    [
      'options that exclude each other',
      'cloud-run-deploy --plan --dry-run',
      'Error: --plan y --dry-run no van juntas.\nQué hacer: Mira las opciones con --help.\n',
    ],
    [
      'an unknown report',
      'cloud-run-deploy --dry-run --report xml',
      'Error: No existe el informe «xml».\nQué hacer: Usa uno de: text, json, junit, github, sarif, lsp.\n',
    ],
    [
      'a secret on the command line',
      'cloud-run-deploy --dry-run --db-password hunter2',
      'Error: --db-password es un secreto: en la línea de comandos quedaría a la vista.\nQué hacer: Déjalo en la variable de entorno DB_PASSWORD, o espera a que se te pregunte. Un ensayo usa su ejemplo.\n',
    ],
    [
      'a fixture for a live run',
      'cloud-run-deploy --yes --fixture docker',
      'Error: --fixture docker es de un ensayo, y sin --dry-run esto se ejecutaría de verdad.\nQué hacer: Para ensayarlo: pnpm runbook cloud-run-deploy --dry-run --fixture docker. Para ejecutarlo de verdad: pnpm runbook cloud-run-deploy\n',
    ],
    [
      'a fixture to keep after a live run',
      'cloud-run-deploy --yes --keep',
      'Error: --keep es de un ensayo, y sin --dry-run esto se ejecutaría de verdad.\nQué hacer: Para ensayarlo: pnpm runbook cloud-run-deploy --dry-run --keep. Para ejecutarlo de verdad: pnpm runbook cloud-run-deploy\n',
    ],
    [
      'a language there are no messages in',
      'cloud-run-deploy --plan --lang fr',
      'Error: No hay mensajes en «fr».\nQué hacer: Usa --lang es o --lang en.\n',
    ],
    ['the same for a list', '--lang=de', 'Error: No hay mensajes en «de».\nQué hacer: Usa --lang es o --lang en.\n'],
    [
      'a language that is missing',
      'cloud-run-deploy --lang --plan',
      'Error: La opción --lang necesita un valor.\nQué hacer: Mira las opciones con --help.\n',
    ],
    [
      'a directory that is not there',
      'cloud-run-deploy release --yes --directory /none/such',
      'Error: «/none/such» no es un directorio.\nQué hacer: Da uno que exista a --directory.\n',
    ],
    [
      'a file as a directory',
      'cloud-run-deploy release --yes --directory package.json',
      `Error: «${resolve('package.json')}» no es un directorio.\nQué hacer: Da uno que exista a --directory.\n`,
    ],
    [
      'an end before the start',
      'cloud-run-deploy --plan --from deploy-service --until build-image',
      'Error: «deploy-service» va después de «build-image»: no queda ningún paso.\nQué hacer: Al revés: --from build-image --until deploy-service\n',
    ],
    [
      'a live run with nobody to answer',
      'cloud-run-deploy release',
      'Error: Una ejecución real pregunta, y aquí no hay a quién.\nQué hacer: Pruébalo con --dry-run, o confirma de antemano los cambios con --yes y lo que borra con --yes-delete.\n',
    ],
  ])('%s', (_, args, message) => {
    expect(runbook(args)).toEqual({ status: 2, stdout: '', stderr: message })
  })

  test.each([
    [
      'a project id that cannot exist',
      '--gcp-project-id My_Project',
      ['--gcp-project-id (GCP_PROJECT_ID', 'gcp-project-id)', 'Ejemplo: my-project'],
    ],
    [
      'a region that does not exist',
      '--region europe-west99',
      ['--region (REGION', 'gcp-region)', 'Ejemplo: europe-west1'],
    ],
    ['a tag that moves', '--image-tag latest', ['--image-tag (IMAGE_TAG', 'image-tag)', 'Ejemplo: 1.4.0']],
    ['an option in the place of a value', '--gcp-project-id=--help', ['--gcp-project-id (GCP_PROJECT_ID']],
  ])('%s: names the parameter, its type and an example', (_, args, texts) => {
    const { status, stdout, stderr } = runbook(`cloud-run-deploy --dry-run ${args}`)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    for (const text of texts) expect(stderr).toContain(text)
  })

  test('a live run takes no wrong value, even one that no selected step needs', () => {
    const { status, stderr } = runbook('cloud-run-deploy set-up --yes --only check-tools --image-tag latest')
    expect(status).toBe(2)
    expect(stderr).toContain('--image-tag (IMAGE_TAG')
    expect(stderr).not.toContain('falta')
  })

  test('a live run without its inputs names each, and uses no example', () => {
    const { status, stderr } = runbook('cloud-run-deploy release --yes --yes-delete')
    expect(status).toBe(2)
    for (const flag of ['--gcp-project-id', '--next-image-tag']) expect(stderr).toContain(`${flag} (`)
  })
})

test('no Docker fixture: status 4', () => {
  const { status, stderr } = runbook('cloud-run-deploy --dry-run --fixture docker')
  expect(status).toBe(4)
  expect(stderr).toContain('--fixture embedded')
})

describe('looking', () => {
  test('lists runbooks', () => {
    const { status, stdout } = runbook('')
    expect(status).toBe(0)
    expect(stdout).toMatch(/cloud-run-deploy +Desplegar CarBlau en Cloud Run +carblau/)
  })

  test('ends in order when nobody reads on', () => {
    const listing = `"${process.execPath}" scripts/start.mjs runbook; echo $? >&2`
    const { stdout, stderr } = spawnSync('sh', ['-c', `{ ${listing}; } | true`], { encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '0\n' })
  })

  test('help names parameters and steps', () => {
    const { status, stdout } = runbook('cloud-run-deploy --help --lang en')
    expect(status).toBe(0)
    expect(stdout).toMatch(/--gcp-project-id +gcp-project-id +Google Cloud project +my-project/)
    expect(stdout).toMatch(/deploy-service +creates/)
  })

  test('a plan takes no wrong value of the environment', () => {
    const { status, stderr } = runbook('cloud-run-deploy --plan', { REGION: 'europe-west99' })
    expect(status).toBe(2)
    expect(stderr).toContain('--region (REGION')
  })

  test.each([
    'cloud-run-deploy --plan --region europe-west4',
    '--region europe-west4 cloud-run-deploy --plan',
    '--plan --region europe-west4 cloud-run-deploy',
    '--lang es --region=europe-west4 cloud-run-deploy --plan',
    '--plan cloud-run-deploy --region europe-west4',
  ])('the id may stand anywhere: %s', (args) => {
    const { status, stdout } = runbook(args)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^cloud-run-deploy /)
    expect(stdout).toMatch(/REGION +europe-west4 +opción/)
  })

  test('a misspelt id after the option of a runbook is the one that is reported', () => {
    const { status, stderr } = runbook('--region europe-west4 cloud-run-deply --plan')
    expect(status).toBe(2)
    expect(stderr).toContain('«cloud-run-deply»')
  })

  test('a plan shows every step and no secret', () => {
    const environment = { DB_PASSWORD: 'from-the-environment', REGION: 'europe-west4', IMAGE_TAG: '9.9.9' }
    const { status, stdout } = runbook('cloud-run-deploy --plan --gcp-project-id other-project', environment)
    expect(status).toBe(0)
    expect(stdout).toMatch(/GCP_PROJECT_ID +other-project +opción/)
    expect(stdout).toMatch(/DB_PASSWORD +\*\*\*/)
    expect(stdout).not.toMatch(/example-db-password|from-the-environment/)
    expect(stdout).toMatch(/REGION +europe-west4 +entorno/)
    expect(stdout).toMatch(/IMAGE_TAG +9.9.9 +entorno/)
    expect(stdout).toMatch(/OPENAI_API_KEY +se preguntará/)
    expect(stdout).toContain('    gcloud run deploy carblau-agent-api \\\n')
  })
})

describe('a dry run', () => {
  const directory = mkdtempSync(join(tmpdir(), 'cli-'))
  test.each(['cloud-run-deploy', 'docker-commands'])('of %s passes, with evidence and effects', (id) => {
    const file = join(directory, `${id}.json`)
    const { status, stdout, stderr } = runbook(
      `${id} --dry-run --fixture embedded --lang en --report text --report json=${file}`,
    )
    expect(`${stdout}${stderr}`).not.toMatch(/example-db-password|example-openai-key/)
    expect(stdout).toMatch(new RegExp(`✔ ${id}: passed {2}Dry run, embedded fixture`))
    expect(stdout).toMatch(/creates +docker\.image/)
    const text = readFileSync(file, 'utf8')
    expect(text).not.toMatch(/example-db-password|example-openai-key/)
    const report = reportSchema.parse(JSON.parse(text))
    expect(report).toMatchObject({ command: 'runbook', locale: 'en', exitCode: 0, findings: [] })
    expect(new Set(report.runs[0]?.steps.map(({ evidence }) => evidence))).not.toContain('executed')
    expect(status).toBe(0)
  })
  test('leaves its directory as it was', () => rmSync(directory, { recursive: true }))

  test('of one step prepares the fixture and stops there', () => {
    const { status, stdout } = runbook('docker-commands --dry-run --fixture embedded --only run --lang en')
    expect(status).toBe(0)
    expect(stdout).toMatch(/passed +emulated +build +.*preparation/)
    expect(stdout).toMatch(/\d+ steps not selected/)
  })

  test('says which fixture it chose when nobody did', () => {
    const { stderr } = runbook('docker-commands --dry-run --only build --lang en')
    expect(stderr).toContain('Embedded fixture: commands are emulated')
  })

  test('speaks English in an English locale', () => {
    const { stdout } = runbook('docker-commands --dry-run --only build --fixture embedded', { LANG: 'en_GB.UTF-8' })
    expect(stdout).toContain('Steps\n')
  })
})

test('a page whose steps need Docker is checked without it: its world is not set up', () => {
  const { status, stdout } = runbook('environment-variables --dry-run --fixture embedded --report json')
  const [run] = reportSchema.parse(JSON.parse(stdout)).runs
  expect(status).toBe(0)
  expect(run?.steps.length).toBeGreaterThan(0)
  expect(run?.steps.map(({ status, evidence }) => `${status} ${evidence}`)).toEqual(
    run?.steps.map(() => 'skipped checked'),
  )
})
