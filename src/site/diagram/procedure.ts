import type { Effect, EffectVerb } from '#schema/effect.ts'
import type { Locale } from '#schema/locale.ts'
import { stepAnchor } from '#schema/site-pages.ts'
import { VERB_WORDS } from '#schema/words.ts'
import { text } from '../texts.ts'
import { effectName } from './effect-name.ts'
import { figureOf } from './figure.ts'
import type { Arrow, Box, Words } from './picture.ts'
import { escaped } from './svg.ts'
import { DIAGRAM_TEXTS as T } from './texts.ts'

/** A step of a procedure: what its page says of it, and what it did when it was last verified, if that is known. */
export interface PathStep {
  id: string
  title: string
  effect: EffectVerb
  /** What is typed. */
  text: string
  effects: readonly Effect[]
}

/** A procedure that can be undone, and the values it was verified with. */
export interface Path {
  id: string
  title: string
  steps: readonly PathStep[]
  inputs: Readonly<Record<string, string>>
  undo: { id: string; title: string }
}

/** The way a procedure takes: what each step changes, what is checked between, and what takes it back. HTML. */
export function pathFigure(path: Path, locale: Locale): string {
  const { id, undo } = path
  const boxes = [...chainOf(path, locale), backBox(undo, locale)]
  const arrows = boxes.slice(1).map(
    ({ id: to }, index): Arrow => ({
      from: boxes[index]?.id ?? '',
      to,
      label: to === BACK ? [{ text: T.toUndo[locale], code: false }] : [],
      dashed: to === BACK,
    }),
  )
  const title = text(T.pathTitle, locale, { title: path.title })
  return figureOf(
    { id: `path-${id}`, title, frames: [], boxes, arrows },
    { listed: [{ heading: T.steps[locale], items: itemsOf(path, locale), ordered: true }], locale },
  )
}

/** No step has this id: ids begin with a letter. */
const BACK = '0'

const backBox = ({ title }: Path['undo'], locale: Locale): Box => ({
  id: BACK,
  kind: 'back',
  name: title,
  lines: [{ text: T.wayBack[locale], code: false }],
})

/** A box for each step that changes something, and one for all that only read between two of them. */
function chainOf({ steps, inputs }: Path, locale: Locale): Box[] {
  const runs: PathStep[][] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last && isRead(step) && last.every(isRead)) last.push(step)
    else runs.push([step])
  }
  return runs.flatMap(([first, ...others]) => {
    if (!first) return []
    return isRead(first) ? [checkBox([first, ...others], locale)] : [changeBox(first, inputs, locale)]
  })
}

const isRead = ({ effect }: PathStep) => effect === 'read'

/** How many titles of checks a box has room for. */
const MOST = 3

function checkBox(steps: readonly PathStep[], locale: Locale): Box {
  const titles = steps.slice(0, MOST).map(({ title }) => ({ text: title, code: false }))
  const more = steps.length - titles.length
  const lines = [...titles, ...(more > 0 ? [{ text: text(T.andMore, locale, { more }), code: false }] : [])]
  return { id: steps[0]?.id ?? '', kind: 'read', name: T.checks[locale], lines }
}

function changeBox({ id, title, effect, effects, text: typed }: PathStep, inputs: Path['inputs'], locale: Locale): Box {
  const changes = Map.groupBy(effects.filter(isChange), ({ verb, kind }) => `${VERB_WORDS[verb][locale]} ${kind}`)
  const lines = [...changes].flatMap(([what, some]): Words[] => {
    const [name = '', ...others] = new Set(some.map((one) => effectName(one, { inputs, typed })))
    return [
      { text: what, code: false },
      ...(name === '…' ? [] : [{ text: name, code: true }]),
      ...(others.length > 0 ? [{ text: text(T.andMore, locale, { more: others.length }), code: false }] : []),
    ]
  })
  return {
    id,
    kind: effect,
    name: title,
    lines: lines.length > 0 ? lines : [{ text: VERB_WORDS[effect][locale], code: false }],
  }
}

const isChange = ({ verb }: Effect) => verb !== 'read'

/** Every step in words, with a link to it, and the way back. */
function itemsOf({ steps, inputs, undo }: Path, locale: Locale): string[] {
  const items = steps.map(({ id, title, effect, effects, text: typed }) => {
    const done = new Set(
      effects
        .filter(isChange)
        .map(
          (one) =>
            `${VERB_WORDS[one.verb][locale]} ${one.kind} <code>${escaped(effectName(one, { inputs, typed }))}</code>`,
        ),
    )
    const said = done.size > 0 ? [...done].join(', ') : VERB_WORDS[effect][locale]
    return `<a href="#${stepAnchor(id)}">${escaped(title)}</a>: ${said}`
  })
  return [...items, `${T.toUndo[locale]}: <a href="#procedure-${undo.id}">${escaped(undo.title)}</a>`]
}
