import { pageRule } from '#check/rule.ts'
import { endlessArgumentLoops } from '#document/bash/argument-loop.ts'
import { placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'

export const hazardLoopEndless = defineFinding({
  code: 'HAZARD_LOOP_ENDLESS',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Con un argumento que ninguna rama conoce, este bucle no termina: nada lo consume.',
    hint: 'Añade una rama *) que haga shift o pare con un error.',
    why: 'Un bucle sobre los argumentos que solo avanza en las ramas conocidas se queda para siempre en el primero que no conoce.',
  },
  en: {
    message: 'Given an argument no branch knows, this loop never ends: nothing consumes it.',
    hint: 'Add a branch *) that shifts or stops with an error.',
    why: 'A loop over arguments that moves on in the branches it knows stays forever at the first it does not.',
  },
  wrong: [
    '```bash checked="forma parte de un script que recibe argumentos"',
    'while [ $# -gt 0 ]; do',
    '  case $1 in',
    '    --yes) ANSWER=yes; shift ;;',
    '  esac',
    'done',
    'echo "$ANSWER"',
    '```',
  ],
  right: [
    '```bash checked="forma parte de un script que recibe argumentos"',
    'while [ $# -gt 0 ]; do',
    '  case $1 in',
    '    --yes) ANSWER=yes; shift ;;',
    '    *) shift ;;',
    '  esac',
    'done',
    'echo "$ANSWER"',
    '```',
  ],
})

/** Loops over arguments that stay at one they do not know. */
export const argumentLoop = pageRule([hazardLoopEndless], ({ page, blocks }) =>
  blocks.flatMap((block) =>
    block.script.errors.length > 0
      ? []
      : endlessArgumentLoops(block.text).map(({ start, end }) =>
          hazardLoopEndless.at(placeIn(page, block, start, end)),
        ),
  ),
)
