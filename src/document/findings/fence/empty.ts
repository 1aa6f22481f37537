import { defineFinding } from '#finding/define.ts'

export const fenceEmpty = defineFinding({
  code: 'FENCE_EMPTY',
  severity: 'error',
  es: {
    message: 'El paso «{step}» no tiene ningún comando.',
    hint: 'Escribe su comando o borra el bloque.',
    why: 'Un paso sin comandos siempre acaba bien y no comprueba nada.',
  },
  en: {
    message: 'Step "{step}" holds no command.',
    hint: 'Write its command, or delete the block.',
    why: 'A step without commands always passes, and checks nothing.',
  },
  wrong: ['```bash step=list effect=read', '# docker ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
