import { defineFinding } from '#finding/define.ts'

export const fenceTooLarge = defineFinding({
  code: 'FENCE_TOO_LARGE',
  severity: 'error',
  es: {
    message: 'El bloque ocupa {found} bytes; bash acepta como mucho {limit} de una vez.',
    hint: 'Divídelo, o lleva los datos a un bloque de archivo.',
    why: 'El sistema limita lo que un programa recibe de una vez: un bloque mayor no llega a bash.',
  },
  en: {
    message: 'The block has {found} bytes; bash takes at most {limit} at once.',
    hint: 'Split it, or move the data to a file block.',
    why: 'The system limits what a program is given at once: a larger block never reaches bash.',
  },
  wrong: ['```bash step=fill effect=read', '# {{relleno *20000}}', 'echo hola', '```'],
  right: ['```bash step=fill effect=read', '# {{relleno *10}}', 'echo hola', '```'],
})
