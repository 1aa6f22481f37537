import type { BashBlock } from '#check/page/call.ts'
import { plainRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const fenceLanguageEnv = defineFinding({
  code: 'FENCE_LANGUAGE_ENV',
  severity: 'warning',
  es: {
    message: 'Este bloque solo asigna variables: es un archivo .env y no un programa.',
    hint: 'Cambia el lenguaje a env y di qué archivo es.',
    why: 'Quien pega el bloque asigna variables en su terminal, y el archivo que debía escribir sigue sin existir.',
  },
  en: {
    message: 'This block only assigns variables: it is an .env file and not a program.',
    hint: 'Change the language to env, and say which file it is.',
    why: 'Whoever pastes the block assigns variables in their shell, and the file they were to write still does not exist.',
  },
  of: 'plain',
  wrong: ['```bash', 'DEPLOY_SERVER=deploy@prod.example.com', 'DEPLOY_DIR=/srv/app', '```'],
  right: ['```env', 'DEPLOY_SERVER=deploy@prod.example.com', 'DEPLOY_DIR=/srv/app', '```'],
})

/** Blocks of plain documents that are a file of variables and no commands. */
export const envFence = plainRule([fenceLanguageEnv], ({ blocks }) =>
  blocks.filter(isEnv).map((block) => fenceLanguageEnv.at(block.place)),
)

function isEnv({ script }: BashBlock): boolean {
  const { commands, reads } = script
  return (
    commands.length > 1 &&
    reads.length === 0 &&
    commands.every(({ name, assignments }) => !name && assignments.length === 1)
  )
}
