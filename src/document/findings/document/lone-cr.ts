import { defineFinding } from '#finding/define.ts'

export const documentLoneCr = defineFinding({
  code: 'DOCUMENT_LONE_CR',
  severity: 'error',
  es: {
    message: 'Hay un retorno de carro (CR) suelto: Markdown lo lee como fin de línea y bash no.',
    hint: 'Sustitúyelo por un salto de línea LF.',
    why: 'Markdown ve dos líneas donde bash ve una: lo que se lee no es lo que se ejecuta.',
  },
  en: {
    message: 'There is a lone carriage return (CR): Markdown reads it as a line ending and bash does not.',
    hint: 'Replace it with a line feed (LF).',
    why: 'Markdown sees two lines where bash sees one: what is read is not what runs.',
  },
  of: 'page',
  wrong: ['---', 'title: Con un retorno suelto', '---', '', 'Una línea.{{\\r*1}}Otra.'],
  right: ['---', 'title: Sin él', '---', '', 'Una línea.', 'Otra.'],
})
