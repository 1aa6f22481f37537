import { type Element, h } from '@astrojs/starlight/expressive-code/hast'
import { formatDuration } from '#schema/duration.ts'
import type { Locale } from '#schema/locale.ts'
import { SHELL_WORDS, VERB_WORDS } from '#schema/words.ts'
import type { Badge } from '../evidence.ts'
import { BADGE_MEANINGS, BADGE_NAMES, formatDate, TEXTS, text } from '../texts.ts'
import type { StepFrame } from './block.ts'

/** What the header line of a step shows besides its fence. */
interface StepHeader {
  step: StepFrame
  /** Position on the page, from 1; undefined when the page is not known. */
  number: number | undefined
  badge: Badge | undefined
  locale: Locale
}

/** The line above a step: its number and id as a link to itself, what it does, how it was verified. Search skips it. */
export function stepHeader({ step, number, badge, locale }: StepHeader): Element {
  return h('figcaption', { className: 'header', 'data-pagefind-ignore': '' }, [
    h('a', { href: `#step-${step.id}` }, [
      h('small', {}, [TEXTS.step[locale], number ? ` ${number}` : '']),
      ' ',
      h('code', {}, step.id),
    ]),
    ...facts(step, locale),
    ...(badge ? [evidenceBadge(badge, locale)] : []),
  ])
}

function facts(step: StepFrame, locale: Locale): Element[] {
  const notes = [
    step.timeoutMs && text(TEXTS.timeout, locale, { time: formatDuration(step.timeoutMs).replace(/ 0 s$/, '') }),
    step.exit && text(TEXTS.exit, locale, { code: step.exit }),
    step.confirm && TEXTS.confirms[locale],
    step.background && TEXTS.background[locale],
  ].filter((note) => typeof note === 'string')
  const effect = step.manual ? ['manual', TEXTS.manual[locale]] : [step.effect, VERB_WORDS[step.effect][locale]]
  return [
    h('span', { 'data-effect': effect[0] }, effect[1]),
    ...(step.undoes ? [undoLink(step.undoes, locale)] : []),
    ...notes.map((note) => h('span', {}, note)),
  ]
}

const undoLink = (id: string, locale: Locale) =>
  h('span', {}, [`${TEXTS.undoes[locale]} `, h('a', { href: `#step-${id}` }, id)])

/** How a step was verified, in words; date, environment and reason in the tooltip. */
export function evidenceBadge(badge: Badge, locale: Locale): Element {
  const name = BADGE_NAMES[badge.kind][locale]
  return h(
    'span',
    { className: 'evidence', 'data-evidence': badge.stale ? 'stale' : badge.kind, title: badgeTitle(badge, locale) },
    badge.stale ? text(TEXTS.staleBadge, locale, { badge: name }) : name,
  )
}

function badgeTitle({ kind, date, shell, reason }: Badge, locale: Locale): string {
  const meaning = reason
    ? `${BADGE_MEANINGS[kind][locale]} ${reason}.`.replace(/\.\.$/, '.')
    : BADGE_MEANINGS[kind][locale]
  return text(TEXTS.badgeTitle, locale, { meaning, date: formatDate(date, locale), shell: SHELL_WORDS[shell][locale] })
}
