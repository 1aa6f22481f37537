import { sectionsOf } from '#check/page/section.ts'
import { twinRule } from '#check/rule.ts'
import { type Heading, isRunbook, type Page, type StepBlock } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const stepSectionCrossed = defineFinding({
  code: 'STEP_SECTION_CROSSED',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'Hace lo que dice la sección «{heading}», y el paso «{other}», lo que dice esta.',
    hint: 'Pon cada bloque en su sección. Si ya lo está, di en el texto lo que hace cada uno.',
    why: 'Quien lee el título ejecuta otra cosa. Pasa al mover un bloque y no el texto que lo acompaña.',
  },
  en: {
    message: 'Does what the section "{heading}" says, and step "{other}" does what this one says.',
    hint: 'Put each block in its section. If it is there, say in the text what each of them does.',
    why: 'Who reads the title runs something else. It happens when a block is moved, and the text around it is not.',
  },
  wrong: [
    '### Lista las imágenes',
    '',
    '`docker image ls` muestra las que hay.',
    '',
    '```bash step=list-networks effect=read',
    'docker network ls',
    '```',
    '',
    '### Lista las redes',
    '',
    '`docker network ls` muestra las que hay.',
    '',
    '```bash step=list-images effect=read',
    'docker image ls',
    '```',
  ],
  right: [
    '### Lista las imágenes',
    '',
    '`docker image ls` muestra las que hay.',
    '',
    '```bash step=list-images effect=read',
    'docker image ls',
    '```',
    '',
    '### Lista las redes',
    '',
    '`docker network ls` muestra las que hay.',
    '',
    '```bash step=list-networks effect=read',
    'docker network ls',
    '```',
  ],
})

/** How many more words, in the languages together, must lead to the other section than to the own one. One can be chance. */
const CERTAIN = 2

/** Steps in a row of which each speaks of what the section of the other says. */
export const crossedSections = twinRule([stepSectionCrossed], ({ es, en }) => {
  const neighbours = [es, en].flatMap((page) => (page && isRunbook(page) ? neighboursOn(page) : []))
  const bySteps = Map.groupBy(neighbours, ({ one, next }) => `${one.step.fence.step} ${next.step.fence.step}`)
  return [...bySteps.values()].flatMap((same): Finding[] => {
    const certainty = same.reduce((sum, pair) => sum + crossing(pair), 0)
    return certainty >= CERTAIN ? same.map(crossedFinding) : []
  })
})

interface Told {
  step: StepBlock
  heading: Heading
  /** Words of its section. */
  prose: ReadonlySet<string>
  /** Words of what it is called, does and shows. */
  words: ReadonlySet<string>
}

interface Neighbours {
  one: Told
  next: Told
}

/** Each step with the next, where they stand in two sections. */
function neighboursOn(page: Page): Neighbours[] {
  const told = sectionsOf(page).flatMap(({ heading, prose, blocks }) =>
    blocks
      .filter((block) => block.kind === 'step')
      .map((step) => ({ step, heading, prose: wordsOf(prose), words: wordsOf(textOf(step)) })),
  )
  return told.flatMap((one, index) => {
    const next = told[index + 1]
    return next && next.heading !== one.heading ? [{ one, next }] : []
  })
}

/** How many more words lead across than straight down. Only those that tell the two steps, and the two sections, apart count. */
function crossing({ one, next }: Neighbours): number {
  const [own, others] = [one.words.difference(next.words), next.words.difference(one.words)]
  const [here, there] = [one.prose.difference(next.prose), next.prose.difference(one.prose)]
  const straight = own.intersection(here).size + others.intersection(there).size
  const crossed = own.intersection(there).size + others.intersection(here).size
  return crossed - straight
}

const crossedFinding = ({ one: { step }, next }: Neighbours): Finding =>
  stepSectionCrossed.at(step.place, { other: next.step.fence.step, heading: next.heading.text })

const textOf = ({ fence, text, expect }: StepBlock) => [fence.step, text, ...expect.map((one) => one.text)].join(' ')

/** The words of a text by their first letters, so that `deploys` and `deployed` are one. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return new Set(plain.match(/[\p{L}\d]{3,}/gu)?.map((word) => word.slice(0, 5)))
}
