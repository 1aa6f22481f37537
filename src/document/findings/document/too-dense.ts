import { defineFinding } from '#finding/define.ts'

export const documentTooDense = defineFinding({
  code: 'DOCUMENT_TOO_DENSE',
  severity: 'error',
  es: {
    message: 'Un solo párrafo o bloque tiene más de {limit} signos de Markdown (*, _, [, ], <, ~).',
    hint: 'Sepáralo con líneas en blanco, o guarda ese contenido en un archivo aparte.',
    why: 'Miles de marcas de Markdown en un párrafo hacen que analizarlo tarde minutos.',
  },
  en: {
    message: 'One paragraph or block holds more than {limit} Markdown marks (*, _, [, ], <, ~).',
    hint: 'Part it with blank lines, or keep that content in a file of its own.',
    why: 'Thousands of Markdown marks in one paragraph make parsing it take minutes.',
  },
  of: 'page',
  wrong: ['---', 'title: Densa', '---', '', '{{*a*5000}}'],
  right: ['---', 'title: Ligera', '---', '', '{{*a *20}}'],
})
