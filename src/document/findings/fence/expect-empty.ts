import { defineFinding } from '#finding/define.ts'

export const fenceExpectEmpty = defineFinding({
  code: 'FENCE_EXPECT_EMPTY',
  severity: 'error',
  es: {
    message: 'La salida esperada no dice nada: con expect={mode} se cumpliría siempre.',
    hint: 'Escribe lo que debe aparecer.',
    why: 'Una comparación que se cumple siempre parece una prueba y no prueba nada.',
  },
  en: {
    message: 'The expected output says nothing: with expect={mode} it would always hold.',
    hint: 'Write what must appear.',
    why: 'A comparison that always holds looks like proof and proves nothing.',
  },
  wrong: ['```bash step=greet effect=read', 'echo hola', '```', '', '```text expect=contains', '[..]', '```'],
  right: ['```bash step=greet effect=read', 'echo hola', '```', '', '```text expect=contains', 'hola', '```'],
})
