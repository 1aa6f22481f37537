import { type Block, type Page, placeIn } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { type Call, placeOfCall } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Text with the shape a service gives its keys: real or not, scanners stop at it and readers copy it. One a block. */
export const secretLiteral: Rule = ({ page }) => page.blocks.flatMap((block) => literalIn(page, block))

const SHAPES =
  /(?<![\w-])(?:sk-(?:proj-|ant-)?[A-Za-z0-9]{6,}|AKIA[0-9A-Z]{16}|gh[opsu]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AIza[\w-]{30,}|hf_[A-Za-z0-9]{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----)/

function literalIn(page: Page, block: Block): Finding[] {
  const match = block.kind === 'plain' ? undefined : SHAPES.exec(block.text)
  if (!match) return []
  const place = placeIn(page, block, match.index, match.index + match[0].length)
  return [finding('HAZARD_SECRET_LITERAL', place, { found: `${match[0].slice(0, 8)}…` })]
}

/** Files of secrets put into archives or sent to other machines. */
export const secretCopied: Rule = ({ calls }) =>
  calls
    .filter(({ name, words }) => COPIES.has(name) && words.some(({ text }) => isEnvFile(text)))
    .map((call) => finding('HAZARD_SECRET_COPIED', placeOfCall(call), { command: call.name, found: envOf(call) }))

const COPIES = new Set(['tar', 'zip', 'scp', 'rsync'])
const envOf = ({ words }: Call) => words.find(({ text }) => isEnvFile(text))?.text
const isEnvFile = (text: string | undefined) =>
  /(^|\/)\.env(\.\w+)?$/.test(text ?? '') && !/\.(example|sample|template)$/.test(text ?? '')
