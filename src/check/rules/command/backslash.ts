import { placeOfCall } from '#check/page/call.ts'
import { isWindowsPath } from '#check/page/windows-path.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const commandBackslash = defineFinding({
  code: 'COMMAND_BACKSLASH',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» es una ruta de Windows: bash quita las barras y busca «{reads}».',
    hint: 'Escribe la ruta con /, o lleva ese comando a un bloque powershell.',
    why: 'bash quita las barras invertidas: venv\\Scripts\\activate pasa a ser venvScriptsactivate, que no existe.',
  },
  en: {
    message: '`{found}` is a path of Windows: bash drops the backslashes and looks for `{reads}`.',
    hint: 'Write the path with /, or move the command to a powershell block.',
    why: 'bash drops backslashes: venv\\Scripts\\activate becomes venvScriptsactivate, which does not exist.',
  },
  wrong: ['```bash step=activate', 'venv\\Scripts\\activate', '```'],
  right: ['```bash step=activate', '. venv/bin/activate', '```'],
})

/** A path of Windows as a command: bash takes its backslashes away. */
export const backslash = pageRule([commandBackslash], ({ calls }) =>
  calls
    .filter(({ nameWord }) => isWindowsPath(nameWord.text))
    .map((call) => commandBackslash.at(placeOfCall(call), { found: call.nameWord.text, reads: call.name })),
)
