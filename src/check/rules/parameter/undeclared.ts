import { SYSTEM_VARIABLES } from '#check/page/system-variables.ts'
import { pageRule } from '#check/rule.ts'
import type { BashVariable } from '#document/bash/model.ts'
import { isRunbook, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import { suggest } from '#schema/spelling.ts'

export const parameterUndeclared = defineFinding({
  code: 'PARAMETER_UNDECLARED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'La variable {name} no es un parámetro de la página ni la asigna este paso o uno anterior.',
    hint: 'Decláralo en runbook.parameters de la cabecera, o asígnalo antes.[? Quizá querías {suggestion}.]',
    why: 'Una variable sin valor vale la cadena vacía, y rm -rf "$DIR/" con DIR vacío borra la raíz.',
  },
  en: {
    message: 'The variable {name} is neither a parameter of the page nor assigned by this step or an earlier one.',
    hint: 'Declare it in runbook.parameters of the header, or assign it first.[? Did you mean {suggestion}?]',
    why: 'A variable without a value is the empty string, and rm -rf "$DIR/" with an empty DIR deletes the root.',
  },
  wrong: ['```bash step=see effect=read', 'ls "$DIRECTORIO"', '```'],
  right: ['```bash step=see effect=read', 'DIRECTORIO=app', 'ls "$DIRECTORIO"', '```'],
})

/** Variables that nothing gives a value. */
export const undeclared = pageRule([parameterUndeclared], ({ page, blocks }) => {
  if (!isRunbook(page)) return []
  const known = new Set([...Object.keys(page.header.parameters)])
  return blocks.flatMap((block) => {
    const here = new Set(block.script.writes.map(({ name }) => name))
    const unknown = block.script.reads.filter(
      (read) => !read.guarded && !known.has(read.name) && !here.has(read.name) && !SYSTEM_VARIABLES.has(read.name),
    )
    if (block.kind === 'step') for (const name of here) known.add(name)
    return firstOfEach(unknown).map(({ name, start, end }) =>
      parameterUndeclared.at(placeIn(page, block, start, end), {
        name,
        suggestion: suggest(name, new Set([...known, ...here])),
      }),
    )
  })
})

function firstOfEach(reads: readonly BashVariable[]): BashVariable[] {
  return [...Map.groupBy(reads, ({ name }) => name).values()].map((same) => same[0] as BashVariable)
}
