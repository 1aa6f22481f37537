import { defineFinding } from '#finding/define.ts'

export const fenceUnclosed = defineFinding({
  code: 'FENCE_UNCLOSED',
  severity: 'error',
  es: {
    message: 'El bloque que empieza aquí con {fence} no se cierra nunca: todo lo que sigue es parte de él.',
    hint: 'Ciérralo con una línea {fence}.',
    why: 'Un bloque sin cerrar se traga el resto de la página, con sus pasos.',
  },
  en: {
    message: 'The block that starts here with {fence} is never closed: all that follows is part of it.',
    hint: 'Close it with a line {fence}.',
    why: 'A block that is not closed swallows the rest of the page and its steps.',
  },
  wrong: ['```bash step=list effect=read', 'docker ps'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
