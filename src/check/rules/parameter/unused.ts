import { pageRule } from '#check/rule.ts'
import { isRunbook, stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import { overwritten, parameterAssigned } from './assigned.ts'
import { readyReads } from './uses.ts'

export const parameterUnused = defineFinding({
  code: 'PARAMETER_UNUSED',
  severity: 'error',
  es: {
    message: 'Ningún paso usa el parámetro {name}.',
    hint: 'Úsalo como "${name}", o quita la declaración.',
    why: 'Pedir un valor que no se usa confunde, y suele ser la huella de una errata en otro sitio.',
  },
  en: {
    message: 'No step reads the parameter {name}.',
    hint: 'Use it as "${name}", or remove the declaration.',
    why: 'Asking for a value nobody uses misleads, and is often the trace of a slip somewhere else.',
  },
  of: 'page',
  wrong: [
    '---',
    'title: Saludar',
    'runbook:',
    '  id: page',
    '  system: shop',
    '  parameters:',
    '    APP_NAME: { type: text, label: Nombre, example: shop }',
    '---',
    '',
    '```bash step=greet effect=read',
    'echo hola',
    '```',
  ],
  right: [
    '---',
    'title: Saludar',
    'runbook:',
    '  id: page',
    '  system: shop',
    '  parameters:',
    '    APP_NAME: { type: text, label: Nombre, example: shop }',
    '---',
    '',
    '```bash step=greet effect=read',
    'echo "hola $APP_NAME"',
    '```',
  ],
})

/** Parameters no block reads, and parameters a block overwrites. */
export const unusedParameter = pageRule([parameterUnused, parameterAssigned], ({ page, blocks }) => {
  if (!isRunbook(page)) return []
  const used = new Set(blocks.flatMap(({ script }) => script.reads.map(({ name }) => name)))
  for (const step of stepsOf(page)) for (const name of readyReads(step)) used.add(name)
  const unused = [...page.parameterPlaces].filter(
    ([name]) => Object.hasOwn(page.header.parameters, name) && !used.has(name),
  )
  return [...unused.map(([name, place]) => parameterUnused.at(place, { name })), ...overwritten(page)]
})
