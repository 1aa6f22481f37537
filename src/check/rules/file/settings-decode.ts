import { pageRule } from '#check/rule.ts'
import { type FileBlock, type Page, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const fileSettingsDecode = defineFinding({
  code: 'FILE_SETTINGS_DECODE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El validador de «{name}» no llega a verse: pydantic-settings lee antes la variable como JSON, y falla.',
    hint: 'Anota el campo con NoDecode, o usa enable_decoding=False.',
    why: 'pydantic-settings decodifica como JSON las variables de campos complejos antes de llamar a los validadores: el que aceptaba texto separado por comas nunca lo ve.',
  },
  en: {
    message:
      'The validator of `{name}` is never reached: pydantic-settings reads the variable as JSON first, and fails.',
    hint: 'Annotate the field with NoDecode, or use enable_decoding=False.',
    why: 'pydantic-settings decodes the variables of complex fields as JSON before it calls validators: the one that took text with commas never sees it.',
  },
  wrong: [
    '```python file=settings.py',
    'class Settings(BaseSettings):',
    '    cors_origins: list[str] = []',
    '',
    "    @field_validator('cors_origins', mode='before')",
    '    @classmethod',
    '    def split(cls, value):',
    "        return value.split(',')",
    '```',
  ],
  right: [
    '```python file=settings.py',
    'class Settings(BaseSettings):',
    '    cors_origins: Annotated[list[str], NoDecode] = []',
    '',
    "    @field_validator('cors_origins', mode='before')",
    '    @classmethod',
    '    def split(cls, value):',
    "        return value.split(',')",
    '```',
  ],
})

/**
 * A list or a map among pydantic settings with a validator before it: the
 * environment's text is decoded as JSON first, so the validator never sees a
 * text that is not (docs.pydantic.dev, pydantic-settings, parsing environment
 * variable values).
 */
export const settingsDecode = pageRule([fileSettingsDecode], ({ page }) => {
  const blocks = page.blocks.filter((block) => block.kind === 'file').filter(isPython)
  const decoded = blocks.some(({ text }) => /\bNoDecode\b|enable_decoding\s*=\s*False/.test(text))
  const fields = new Set(blocks.flatMap(complexFields))
  return decoded ? [] : blocks.flatMap((block) => validators(page, block, fields))
})

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
      return fileSettingsDecode.at(place, { name: match[2] })
    })
}
