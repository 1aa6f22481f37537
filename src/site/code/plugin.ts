import { definePlugin, type ExpressiveCodeBlock } from '@astrojs/starlight/expressive-code'
import { addClassName, type Element, h, select } from '@astrojs/starlight/expressive-code/hast'
import type { Locale } from '#schema/locale.ts'
import { pageData, runbookIdOf, slugOf } from '../page-data.ts'
import { COMPARISONS, localeOf, TEXTS, text } from '../texts.ts'
import { blockOf, type SiteBlock } from './block.ts'
import { stepHeader } from './header.ts'
import { dropCommonIndent } from './indent.ts'
import { joinTokens } from './tokens.ts'
import { transcript, transcriptPath } from './transcript.ts'
import { VariableAnnotation, variableUses } from './variables.ts'

/**
 * Shows what each fence means: steps get an anchor and a header line, expected
 * results and files a title, and blocks that do not run the reason. The code,
 * and what the copy button copies, stay as written.
 */
export function pluginRunbookBlocks() {
  return definePlugin({
    name: 'runbook-blocks',
    hooks: {
      preprocessMetadata: ({ codeBlock, locale }) => setFrame(codeBlock, localeOf(locale)),
      annotateCode: ({ codeBlock }) => annotateVariables(codeBlock),
      postprocessRenderedLine: ({ renderData }) => {
        joinTokens(renderData.lineAst)
        dropCommonIndent(renderData.lineAst)
      },
      postprocessRenderedBlock: ({ codeBlock, renderData, locale }) =>
        decorate(renderData.blockAst, codeBlock, localeOf(locale)),
    },
  })
}

const siteBlock = (block: ExpressiveCodeBlock): SiteBlock => blockOf(block.language, block.metaOptions)

function setFrame(codeBlock: ExpressiveCodeBlock, locale: Locale): void {
  const block = siteBlock(codeBlock)
  if (block.kind === 'plain') return
  codeBlock.props.frame = block.kind === 'step' ? 'terminal' : 'code'
  if (block.kind === 'file') codeBlock.props.title = block.path
  if (block.kind === 'step') codeBlock.props.title = block.id
  if (block.kind === 'expect') codeBlock.props.title = expectTitle(block, locale)
}

function expectTitle({ mode, path }: SiteBlock & { kind: 'expect' }, locale: Locale): string {
  const comparison = text(COMPARISONS[mode], locale)
  return `${TEXTS.expected[locale]}: ${comparison}${path ? ` (${path})` : ''}`
}

function annotateVariables(codeBlock: ExpressiveCodeBlock): void {
  const { kind } = siteBlock(codeBlock)
  if (kind !== 'step' && kind !== 'checked') return
  for (const use of variableUses(codeBlock.code))
    codeBlock.getLine(use.line)?.addAnnotation(new VariableAnnotation(use))
}

function decorate(figure: Element, codeBlock: ExpressiveCodeBlock, locale: Locale): void {
  const block = siteBlock(codeBlock)
  if (block.kind === 'expect' || block.kind === 'file') addClassName(figure, `is-${block.kind}`)
  if (block.kind === 'checked') addNote(figure, text(TEXTS.checkedNote, locale, block))
  if (block.kind !== 'step') return
  figure.properties.id = `step-${block.id}`
  addClassName(figure, 'is-step')
  const caption = select('figcaption', figure)
  const known = knownOf(codeBlock, block.id, locale)
  const header = stepHeader({ step: block, ...known, locale })
  if (caption) Object.assign(caption, header)
  if (known.runbook && known.badge?.output)
    figure.children.push(transcript({ href: transcriptPath(known.runbook, block.id), badge: known.badge, locale }))
  if (block.manual) addNote(figure, text(TEXTS.manualNote, locale, { reason: block.manual }))
}

const addNote = (figure: Element, note: string) => figure.children.push(h('p', { className: 'block-note' }, note))

/** The runbook of a step, its number on the page and its badge, from the page the block stands on. */
function knownOf(codeBlock: ExpressiveCodeBlock, id: string, locale: Locale) {
  const slug = slugOf(codeBlock.parentDocument?.sourceFilePath)
  if (!slug) return { runbook: undefined, number: undefined, badge: undefined }
  const { steps, evidence } = pageData(slug, locale)
  return { runbook: runbookIdOf(slug), number: steps.indexOf(id) + 1 || undefined, badge: evidence?.badges.get(id) }
}
