import { pageRule } from '#check/rule.ts'
import type { BashCommand } from '#document/bash/model.ts'
import { isRunbook, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const parameterExampleDiffers = defineFinding({
  code: 'PARAMETER_EXAMPLE_DIFFERS',
  severity: 'error',
  allowable: true,
  es: {
    message: '{name} vale aquí «{found}», y su ejemplo es «{expected}».',
    hint: 'Escribe el ejemplo, o cámbialo en la cabecera.',
    why: 'Quien pega los comandos a mano prueba con otros valores que el ensayo, y lo que ve no es lo que enseña la página.',
  },
  en: {
    message: '{name} is `{found}` here, and its example is `{expected}`.',
    hint: 'Write the example, or change it in the header.',
    why: 'Who pastes the commands by hand tries other values than the dry run, and does not see what the page shows.',
  },
  wrong: [
    '```bash checked="se pega a mano: una ejecución recibe el valor como parámetro"',
    'export REGION=us-central1',
    '```',
    '',
    '```bash step=see effect=read',
    'echo "$REGION"',
    '```',
  ],
  right: [
    '```bash checked="se pega a mano: una ejecución recibe el valor como parámetro"',
    'export REGION=europe-west1',
    '```',
    '',
    '```bash step=see effect=read',
    'echo "$REGION"',
    '```',
  ],
})

/**
 * Values a page writes out for its parameters, for who pastes them by hand, that are not their examples: a reader
 * of the page and a dry run would go different ways.
 */
export const exampleDiffers = pageRule([parameterExampleDiffers], ({ page, blocks }) => {
  if (!isRunbook(page)) return []
  return blocks
    .filter(({ kind }) => kind === 'checked')
    .flatMap((block) =>
      block.script.commands.flatMap(assignedIn).flatMap(({ name, value, start, end }): Finding[] => {
        const expected = page.header.parameters[name]?.example
        if (expected === undefined || value === undefined || value === '' || value === String(expected)) return []
        return [parameterExampleDiffers.at(placeIn(page, block, start, end), { name, found: value, expected })]
      }),
    )
})

interface Assigned {
  name: string
  value: string | undefined
  start: number
  end: number
}

/** `NAME=value` alone, and `export NAME=value`. */
function assignedIn({ name, args, assignments }: BashCommand): Assigned[] {
  if (!name) return assignments.map((one) => ({ ...one, value: one.value?.value }))
  if (name.value !== 'export' && name.value !== 'readonly') return []
  return args.flatMap(({ value: text, start, end }) => {
    const [, key, value] = /^(\w+)=(.*)$/s.exec(text ?? '') ?? []
    return key === undefined ? [] : [{ name: key, value, start, end }]
  })
}
