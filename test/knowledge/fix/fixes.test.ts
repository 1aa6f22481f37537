import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '#catalogue/catalogue.ts'
import { fixTexts } from '../../../src/knowledge/fix/loop.ts'
import { allOf, bodyOf, checkOutside, checkPages, codesOf, EN, ES, fixBoth, runbook } from './fixing.ts'

const FENCE = '```'
const block = (opening: string, text: string) => `${FENCE}${opening}\n${text}\n${FENCE}\n`
const seen = new Set<string>()

/** What becomes of blocks, the same in both languages, and the codes of what was fixed. */
async function fixed(es: string, en?: string) {
  const result = await fixBoth(runbook(es, en))
  const codes = [...new Set(result.changes.map(({ finding }) => finding.code))]
  for (const code of codes) seen.add(code)
  return { es: bodyOf(result, ES), en: bodyOf(result, EN), codes, refused: result.refused }
}

/** Nothing in these blocks is fixed. */
async function left(es: string, en?: string) {
  const { es: after, en: english, codes } = await fixed(es, en)
  expect(codes).toEqual([])
  expect([after, english]).toEqual([es, en ?? es])
}

describe('docker-compose', () => {
  const compose = (line: string) => block('bash step=run effect=delete', line)
  test.each([
    ['docker-compose up -d', 'docker compose up -d'],
    ['cd /srv && sudo docker-compose ps', 'cd /srv && sudo docker compose ps'],
    ["ssh prod 'cd /srv && docker-compose ps'", "ssh prod 'cd /srv && docker compose ps'"],
    ['ssh prod docker-compose ps', 'ssh prod docker compose ps'],
    ['ssh prod "bash -c \'docker-compose ps\'"', 'ssh prod "bash -c \'docker compose ps\'"'],
    ['bash -c "docker-compose ps"', 'bash -c "docker compose ps"'],
    ['ssh prod <<EOF\ndocker-compose ps\nEOF', 'ssh prod <<EOF\ndocker compose ps\nEOF'],
    ['count=$(docker-compose ps -q | wc -l)\necho "$count"', 'count=$(docker compose ps -q | wc -l)\necho "$count"'],
    ['# docker-compose\ndocker-compose ps', '# docker-compose\ndocker compose ps'],
    ['echo docker-compose; docker-compose ps', 'echo docker-compose; docker compose ps'],
  ])('%s', async (before, after) => {
    expect(await fixed(compose(before))).toMatchObject({
      es: compose(after),
      en: compose(after),
      codes: ['COMMAND_COMPOSE_ONE'],
    })
  })

  test.each([
    ['a blank would end the word', 'bash -c docker-compose'],
    ['an escaped blank is part of it', 'bash -c docker-compose\\ ps'],
    ['the inner shell has no quotes', 'ssh prod "bash -c docker-compose"'],
    ['it is quoted', '"docker-compose" ps'],
    ['it is a file', './docker-compose ps'],
    ['it is only named', 'grep docker-compose notes.txt'],
  ])('stays where %s', async (_, line) => {
    const { es, en } = await fixed(compose(line))
    expect([es, en]).toEqual([compose(line), compose(line)])
  })

  test('stays where the second version would refuse the command, which is told', async () => {
    const line = compose('docker-compose ps --no-such-flag')
    const { es, refused } = await fixed(line)
    expect(es).toBe(line)
    expect(refused.map(({ finding, because }) => `${finding.code} ${because.code}`)).toContain(
      'COMMAND_COMPOSE_ONE COMMAND_FLAG_UNKNOWN',
    )
  })

  test('stays where the block allows it', () =>
    left(block('bash step=see effect=read allow="COMMAND_COMPOSE_ONE es la que hay allí"', 'docker-compose ps')))
})

describe('one letter amiss in a command', () => {
  const step = (line: string) => block('bash step=run', line)
  test.each([
    ['docker buidl -t app:1 .', 'docker build -t app:1 .'],
    ['docker imagess', 'docker images'],
    ['docker run -d --nmae=app nginx:1.27', 'docker run -d --name=app nginx:1.27'],
    [
      'gcloud run deploy app --regoin europe-west1 --image=a:1 --no-allow-unauthenticated',
      'gcloud run deploy app --region europe-west1 --image=a:1 --no-allow-unauthenticated',
    ],
    ["ssh prod 'docker imagess'", "ssh prod 'docker images'"],
  ])('%s', async (before, after) => {
    const { es, en, codes } = await fixed(step(before))
    expect([es, en]).toEqual([step(after), step(after)])
    expect(codes[0]).toMatch(/^COMMAND_(FLAG_)?UNKNOWN$/)
  })

  test.each([
    ['two commands are as near', 'docker rn app'],
    ['it is short', 'docker psx'],
    ['it is two letters away', 'docker imagesss'],
    ['nothing is near', 'docker frobnicate'],
    ['it is an option of one letter', 'docker ps -y'],
  ])('stays where %s', (_, line) => left(step(line)))

  test('stays where it would delete and the step does not say so', async () => {
    const line = block('bash step=clean effect=read', 'docker container prnue --force')
    const { es, refused } = await fixed(line)
    expect(es).toBe(line)
    expect(refused.length).toBeGreaterThan(0)
  })
})

describe('the opening line of a block', () => {
  test.each(['sh', 'shell', 'console', 'Bash', 'terminal'])('%s with a step is bash', async (language) => {
    expect(await fixed(block(`${language} step=see effect=read`, 'docker ps'))).toMatchObject({
      es: block('bash step=see effect=read', 'docker ps'),
      en: block('bash step=see effect=read', 'docker ps'),
      codes: ['FENCE_LANGUAGE_SHELL'],
    })
  })

  test('without a step, it gets an id taken from its first command, the same in both languages', async () => {
    const file = block('yaml file=compose.yaml', 'services:\n  web:\n    image: nginx:1.29.3')
    const es =
      file +
      block('sh', '# mira\ndocker compose ps') +
      block('bash', 'sudo systemctl status nginx') +
      block('shell title="x"', 'docker compose ps')
    const result = await fixed(es, es.replace('# mira', '# look'))
    expect(result.es).toBe(
      file +
        block('bash step=docker-compose-ps', '# mira\ndocker compose ps') +
        block('bash step=systemctl-status', 'sudo systemctl status nginx') +
        block('bash step=docker-compose-ps-2 title="x"', 'docker compose ps'),
    )
    expect(result.en).toBe(result.es.replace('# mira', '# look'))
    expect(result.codes).toEqual(['FENCE_LANGUAGE_SHELL', 'FENCE_UNMARKED'])
  })

  test('an id the other language has is kept', async () => {
    const marked = block('bash step=see-them effect=read', 'docker ps')
    const { es, en } = await fixed(block('bash', 'docker ps'), marked)
    expect(es).toBe(block('bash step=see-them', 'docker ps'))
    expect(en).toBe(es)
  })

  test.each([
    ['prose', block('bash', 'Abre la consola')],
    ['a session with prompts', block('console', '$ docker ps\nCONTAINER ID')],
    ['another shell', block('fish step=see', 'docker ps')],
    ['text bash cannot read', block('sh', 'echo "hola')],
    ['output', block('console', 'Server: Docker Engine\n Version: 28')],
  ])('%s stays', (_, body) => left(body))

  test('blocks stay where the pages do not match', async () => {
    const es = block('bash', 'docker ps')
    await left(es, es + block('bash', 'docker images'))
    await left(es, block('bash', 'docker ps -a'))
  })

  test('a block stays on a page that is no runbook', async () => {
    const text = `---\ntitle: Guía\n---\n\n${block('sh', 'docker ps')}`
    const { texts, changes } = await fixTexts(new Map([['content/docs/guides/a.md', text]]), checkPages)
    expect([...texts.values()]).toEqual([text])
    expect(changes).toEqual([])
  })

  test('keys and values with one letter amiss, and a key given twice', async () => {
    const { es, codes } = await fixed(
      block('bash step=see efect=read timeout=2m timeout=2m', 'docker ps') +
        block('bash step=list effect=raed', 'docker images'),
    )
    expect(es).toBe(
      block('bash step=see effect=read timeout=2m', 'docker ps') + block('bash step=list effect=read', 'docker images'),
    )
    expect(codes.sort()).toEqual(['FENCE_KEY_DUPLICATE', 'FENCE_KEY_UNKNOWN', 'FENCE_VALUE'])
  })

  test('a key given twice with two values stays', () =>
    left(block('bash step=see effect=read timeout=2m timeout=3m', 'docker ps')))
})

describe('the English page', () => {
  const step = (keys: string, text: string) => block(`bash step=see effect=read${keys}`, text)
  test('takes what the Spanish one says, and keeps its prose', async () => {
    const es = step(' timeout=2m', 'docker ps --all')
    const { en, es: spanish, codes } = await fixed(es, `Look at it.\n\n${step('', 'docker ps')}\nThen go on.\n`)
    expect(spanish).toBe(es)
    expect(en).toBe(`Look at it.\n\n${es}\nThen go on.\n`)
    expect(codes).toEqual(['LOCALE_FENCE_DIFFERS'])
    const { en: alone, codes: text } = await fixed(es, step(' timeout=2m', 'docker ps'))
    expect(alone).toBe(es)
    expect(text).toEqual(['LOCALE_TEXT_DIFFERS'])
  })

  test('takes it with its own line endings', async () => {
    const texts = new Map([...runbook(step('', 'docker ps --all\ndocker images'), step('', 'docker ps'))])
    texts.set(EN, (texts.get(EN) ?? '').replaceAll('\n', '\r\n'))
    const { texts: after } = await fixBoth(texts)
    expect(after.get(EN)).toBe((after.get(ES) ?? '').replaceAll('\n', '\r\n'))
  })

  test('keeps comments that are only translated', () =>
    left(step('', '# mira\ndocker ps'), step('', '# look\ndocker ps')))

  test('a block that is missing is for a person to write', () =>
    left(step('', 'docker ps') + block('bash step=b effect=read', 'ls'), step('', 'docker ps')))
})

test('nothing is certain where a fence is not closed: prose would be taken for its text', async () => {
  const open = `${block('bash step=see effect=read', 'docker ps')}\n${FENCE}text expect=contains\nCONTAINER\n`
  await left(`${open}\nEs todo.\n`, `${open}\nThat is all.\n`)
  await left(`${open}\n${block('bash', 'docker-compose ps')}`)
})

test('faults that wait for each other are fixed in turn', async () => {
  const { es, en } = await fixed(
    block('sh step=run efect=delete', 'docker-compose donw\ndocker imagess'),
    block('sh step=run efect=delete', 'docker-compose down'),
  )
  expect(es).toBe(block('bash step=run effect=delete', 'docker compose down\ndocker images'))
  expect(en).toBe(es)
})

test('a document from outside is fixed by itself', async () => {
  const text = `# Guía\n\n${block('sh', 'docker-compose up -d\ndocker imagess')}`
  const { texts } = await fixTexts(new Map([['guide.md', text]]), checkOutside)
  expect(texts.get('guide.md')).toBe(`# Guía\n\n${block('sh', 'docker compose up -d\ndocker images')}`)
})

test('a finding says it is fixable only where it is', async () => {
  const found = await checkPages(runbook(block('bash step=a effect=read', 'docker imagess\ndocker frobnicate')))
  expect(
    allOf(found)
      .filter(({ place }) => place.file === ES)
      .map(({ fix }) => fix !== undefined),
  ).toEqual([true, false])
  expect(codesOf(found).filter((code) => code === 'COMMAND_UNKNOWN')).toHaveLength(4)
})

test('each finding that says it can be fixed has been fixed above', () => {
  const generated = ['SCRIPT_STALE', 'SCRIPT_MISSING']
  const fixable = CATALOGUE.flatMap(({ code, es }) => (es.fixed === undefined ? [] : [code]))
  expect([...seen, ...generated].sort()).toEqual(fixable.sort())
})
