import { defineFinding } from '#finding/define.ts'

export const fenceExpectJson = defineFinding({
  code: 'FENCE_EXPECT_JSON',
  severity: 'error',
  es: {
    message: 'La salida esperada no es JSON válido cerca de aquí.',
    hint: 'Corrige el JSON, o compara con expect=contains.',
    why: 'El JSON esperado se compara por su valor: si no es JSON, no hay valor.',
  },
  en: {
    message: 'The expected output is not valid JSON near here.',
    hint: 'Correct the JSON, or compare with expect=contains.',
    why: 'Expected JSON is compared by value: if it is not JSON, there is no value.',
  },
  wrong: ['```bash step=tell effect=read', 'echo \'{"a":1}\'', '```', '', '```json expect=json', '{ a: 1 }', '```'],
  right: ['```bash step=tell effect=read', 'echo \'{"a":1}\'', '```', '', '```json expect=json', '{ "a": 1 }', '```'],
})
