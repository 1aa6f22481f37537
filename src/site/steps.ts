import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parseMeta } from '#document/fence-meta.ts'
import { EFFECT_VERBS, type EffectVerb } from '#schema/effect.ts'

const markdown = unified().use(remarkParse)

/** A step as its page has it: the heading it stands under, and the most it does. */
export interface PageStep {
  id: string
  title: string
  effect: EffectVerb
  /** What is typed. */
  text: string
}

/** The steps of a page in order, from its Markdown. */
export function pageSteps(source: string): PageStep[] {
  const steps: PageStep[] = []
  let title = ''
  visit(markdown.parse(source) as Root, (node) => {
    if (node.type === 'heading') title = textOf(node)
    if (node.type !== 'code' || node.lang !== 'bash') return
    const { tokens } = parseMeta(node.meta ?? '')
    const keyOf = (name: string) => tokens.find(({ key }) => key === name)?.value
    const id = keyOf('step')
    const effect = EFFECT_VERBS.find((verb) => verb === keyOf('effect')) ?? 'update'
    if (typeof id === 'string') steps.push({ id, title, effect, text: node.value })
  })
  return steps
}
