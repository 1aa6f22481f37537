import { pageRule } from '#check/rule.ts'
import { type Block, type Page, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const hazardSecretLiteral = defineFinding({
  code: 'HAZARD_SECRET_LITERAL',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» tiene la forma de una clave real.',
    hint: 'Usa un parámetro secret; si era de verdad, revócala.',
    why: 'Un texto con forma de clave detiene a los escáneres, y si es de verdad ya la tiene cualquiera que lea la página.',
  },
  en: {
    message: '`{found}` has the shape of a real key.',
    hint: 'Use a secret parameter; if it was real, revoke it.',
    why: 'Text with the shape of a key stops secret scanners, and if it is real, every reader of the page has it.',
  },
  wrong: [
    '```bash step=call-api effect=read',
    'API_TOKEN=hf_abcdefghijklmnopqrst',
    'printf %s "$API_TOKEN" | wc -c',
    '```',
  ],
  right: ['```bash step=call-api effect=read', 'printf %s "$DB_PASSWORD" | wc -c', '```'],
})

/** Text with the shape a service gives its keys: real or not, scanners stop at it and readers copy it. One a block. */
export const secretLiteral = pageRule([hazardSecretLiteral], ({ page }) =>
  page.blocks.flatMap((block) => literalIn(page, block)),
)

const SHAPES =
  /(?<![\w-])(?:sk-(?:proj-|ant-)?[A-Za-z0-9]{6,}|AKIA[0-9A-Z]{16}|gh[opsu]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AIza[\w-]{30,}|hf_[A-Za-z0-9]{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----)/

function literalIn(page: Page, block: Block): Finding[] {
  const match = block.kind === 'plain' ? undefined : SHAPES.exec(block.text)
  if (!match) return []
  const place = placeIn(page, block, match.index, match.index + match[0].length)
  return [hazardSecretLiteral.at(place, { found: `${match[0].slice(0, 8)}…` })]
}
