import { defineFinding } from '#finding/define.ts'

export const fenceExpectRegex = defineFinding({
  code: 'FENCE_EXPECT_REGEX',
  severity: 'error',
  es: {
    message: 'La expresión regular esperada no es válida: {found}',
    hint: 'Corrige la expresión.',
    why: 'Una expresión que no se puede compilar no se puede comparar.',
  },
  en: {
    message: 'The expected regular expression is not valid: {found}',
    hint: 'Correct the expression.',
    why: 'An expression that does not compile cannot be compared.',
  },
  wrong: ['```bash step=greet effect=read', 'echo hola', '```', '', '```text expect=regex', '(hola', '```'],
  right: ['```bash step=greet effect=read', 'echo hola', '```', '', '```text expect=regex', '^hola$', '```'],
})
