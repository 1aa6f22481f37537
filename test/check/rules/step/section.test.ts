import { describe, expect, test } from 'vitest'
import { fence, findingsOf, found as foundIn, runbook, step, USES } from '../../page.ts'

/** The blocks every page of these tests ends with stand under a title of their own. */
const found = (...blocks: readonly string[]) => foundIn(...blocks, '## End\n')

const list = (what: string) => step(`docker ${what} ls`, 'effect=read', `list-${what}s`)
const section = (title: string, ...blocks: string[]) => [`### ${title}`, '', ...blocks]

describe('a section without a block', () => {
  const [images, networks, volumes] = ['image', 'network', 'volume'].map(list) as [string, string, string]
  const three = (last: readonly string[]) => [
    '## Look',
    '',
    ...section('The images', images),
    ...section('The networks', networks),
    ...last,
  ]

  test('between others that have one', () => {
    expect(found(...three(section('The volumes', volumes)))).toEqual([])
    expect(found(...three(section('The volumes', 'They are many.\n')))).toEqual(['15:1 STEP_SECTION_EMPTY'])
  })

  test('a block that is not bash is one', () => {
    expect(found(...three(section('The volumes', fence('text', 'data'))))).toEqual([])
  })

  test('silent where another beside it has none either: the text is what they are for', () => {
    const two = [...section('Why', 'Because.\n'), ...section('When', 'Now.\n')]
    expect(found(...three(two))).toEqual([])
  })

  test('silent on one alone, on a chapter, and on one that others are part of', () => {
    expect(
      found('## Look', '', ...section('The images', images), '## Questions', '', ...section('Who', 'Ana.\n')),
    ).toEqual([])
    expect(found('## Look', '', images, '## Cost', '', 'Nothing.\n')).toEqual([])
    expect(
      found('## Look', '', ...section('All', '#### The images', '', images), ...section('Rest', networks)),
    ).toEqual([])
  })
})

describe('two steps under the title of the other', () => {
  const images = section('List the images', '`docker image ls` shows them.\n')
  const networks = section('List the networks', '`docker network ls` shows them.\n')

  test('found at the first', () => {
    expect(found(...images, list('image'), ...networks, list('network'))).toEqual([])
    expect(found(...images, list('network'), ...networks, list('image'))).toEqual(['5:1 STEP_SECTION_CROSSED'])
  })

  test('silent where the words tell nothing, or one word alone', () => {
    const first = section('Look', 'It shows them.\n')
    const second = section('Look again', 'It shows more.\n')
    expect(found(...first, list('network'), ...second, list('image'))).toEqual([])
    const told = section('Network', 'It shows them.\n')
    expect(found(...first, list('network'), ...told, list('volume'))).toEqual([])
  })

  test('silent within one section', () => {
    expect(found(...images, list('network'), list('image'))).toEqual([])
  })

  test('accents and endings make no difference', () => {
    const crossed = [
      ...section('Versión', 'Las imágenes.\n'),
      step('docker network ls', 'effect=read', 'redes'),
      ...section('Redes', 'network\n'),
      step('docker image ls', 'effect=read', 'version'),
    ]
    expect(found(...crossed)).toEqual(['5:1 STEP_SECTION_CROSSED'])
  })

  test('what one language tells too little of, both may tell together', () => {
    const page = (first: string, second: string, ...steps: [string, string]) =>
      runbook([...section(first, steps[0]), ...section(second, steps[1]), USES])
    const codes = (...steps: [string, string]) =>
      findingsOf({
        'content/docs/guides/page.md': page('Ver las de image', 'Ver las otras', ...steps),
        'content/docs/en/guides/page.md': page('See those of image', 'See the others', ...steps),
      }).map(({ code, place }) => `${place.file} ${code}`)
    expect(codes(list('image'), list('volume'))).toEqual([])
    expect(codes(list('volume'), list('image'))).toEqual([
      'content/docs/en/guides/page.md STEP_SECTION_CROSSED',
      'content/docs/guides/page.md STEP_SECTION_CROSSED',
    ])
  })
})
