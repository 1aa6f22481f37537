import { type FileBlock, type Page, placeIn } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { Rule } from '../rule.ts'

/**
 * A list or a map among pydantic settings with a validator before it: the
 * environment's text is decoded as JSON first, so the validator never sees a
 * text that is not (docs.pydantic.dev, pydantic-settings, parsing environment
 * variable values).
 */
export const settingsDecode: Rule = ({ page }) => {
  const blocks = page.blocks.filter((block) => block.kind === 'file').filter(isPython)
  const decoded = blocks.some(({ text }) => /\bNoDecode\b|enable_decoding\s*=\s*False/.test(text))
  const fields = new Set(blocks.flatMap(complexFields))
  return decoded ? [] : blocks.flatMap((block) => validators(page, block, fields))
}

const isPython = ({ language, path }: FileBlock) => /^py(thon)?$/.test(language) || path.endsWith('.py')

function complexFields({ text }: FileBlock): string[] {
  return [...text.matchAll(/^\s*(\w+)\s*:\s*(?:Optional\[)?(?:[Ll]ist|[Dd]ict|[Ss]et|[Tt]uple)\b/gm)].map(
    ([, name]) => name as string,
  )
}

function validators(page: Page, block: FileBlock, fields: ReadonlySet<string>): Finding[] {
  const found = block.text.matchAll(/@field_validator\(\s*(['"])(\w+)\1\s*,\s*mode\s*=\s*(['"])before\3\s*\)/g)
  return [...found]
    .filter(([, , name]) => fields.has(name as string))
    .map((match) => {
      const place = placeIn(page, block, match.index, match.index + match[0].length)
      return finding('FILE_SETTINGS_DECODE', place, { name: match[2] })
    })
}
