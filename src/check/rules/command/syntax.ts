import type { BashBlock } from '#check/page/call.ts'
import type { Foreign } from '#check/page/foreign/foreign.ts'
import type { Shape } from '#check/page/foreign/shape.ts'
import { pageRule } from '#check/rule.ts'
import type { BashError } from '#document/bash/model.ts'
import { placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'

export const commandSyntax = defineFinding({
  code: 'COMMAND_SYNTAX',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Bash no puede leer este bloque: {reason}.',
    hint: 'Corrige la sintaxis aquí.',
    why: 'Un bloque que bash no puede leer falla entero al pegarlo, o solo cuando ya se ha ejecutado la mitad.',
  },
  en: {
    message: 'Bash cannot read this block: {reason}.',
    hint: 'Correct the syntax here.',
    why: 'A block bash cannot read fails as a whole when pasted, or only once half of it has run.',
  },
  wrong: ['```bash step=greet effect=read', 'echo "hola', '```'],
  right: ['```bash step=greet effect=read', 'echo "hola"', '```'],
})

/**
 * Blocks bash itself cannot read, and texts they hand to another shell. One finding each: the first error
 * causes the others. What is no bash at all is told as such, and a blank in angles as a blank.
 */
export const syntax = pageRule([commandSyntax], ({ page, blocks, foreign, nestedErrors }) => {
  const own = blocks.flatMap((block) => {
    const other = foreign.find((one) => one.block === block)
    return firstError(block, other).map((error) => ({ ...error, block }))
  })
  return [...own, ...nestedErrors].map(({ block, start, end, message }) =>
    commandSyntax.at(placeIn(page, block, start, end), { reason: message }),
  )
})

/** Shapes of lines in a block that is bash otherwise. */
const IN_BASH = new Set<Shape>(['option', 'assignment', 'omission'])

function firstError({ script, text }: BashBlock, other: Foreign | undefined): readonly BashError[] {
  if (other && !IN_BASH.has(other.shape)) return []
  const isBlank = ({ start }: BashError) => /<[A-Za-z][\w .-]*>$/.test(text.slice(0, start).trimEnd())
  return script.errors.filter((error) => !isBlank(error) && !other?.covers(error.start)).slice(0, 1)
}
