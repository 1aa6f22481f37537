import { defineFinding } from '#finding/define.ts'

export const documentIndentedCode = defineFinding({
  code: 'DOCUMENT_INDENTED_CODE',
  severity: 'error',
  es: {
    message: 'Este texto con sangría se muestra como código, y no lo ejecuta ni lo comprueba nadie.',
    hint: 'Quítale la sangría, o escríbelo como un bloque con ``` y su lenguaje.',
    why: 'Markdown convierte en código un texto con cuatro espacios: se ve como un bloque, y nadie lo comprueba ni lo ejecuta.',
  },
  en: {
    message: 'This indented text is shown as code, and nothing runs or checks it.',
    hint: 'Remove the indentation, or write it as a block with ``` and its language.',
    why: 'Markdown turns text with four spaces into code: it looks like a block, and nothing checks or runs it.',
  },
  wrong: ['Ejecuta:', '', '    docker ps'],
  right: ['Ejecuta:', '', '```bash step=list effect=read', 'docker ps', '```'],
})
