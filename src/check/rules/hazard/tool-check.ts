import { placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const hazardToolCheck = defineFinding({
  code: 'HAZARD_TOOL_CHECK',
  severity: 'error',
  allowable: true,
  es: {
    message: 'command -v con {count} nombres acaba bien si encuentra uno solo.',
    hint: 'Escribe type con los mismos nombres, que falla y dice cuál falta.',
    why: 'Bash da a command -v estado 0 en cuanto un nombre existe: la comprobación pasa y la herramienta que falta se nota a mitad del despliegue.',
  },
  en: {
    message: 'command -v with {count} names succeeds if it finds just one.',
    hint: 'Write type with the same names: it fails, and says which is missing.',
    why: 'Bash gives command -v status 0 as soon as one name exists: the check passes, and the missing tool shows in the middle of the deployment.',
  },
  wrong: ['```bash step=check-tools effect=read', 'command -v git jq', '```'],
  right: ['```bash step=check-tools effect=read', 'type git jq', '```'],
})

/** Checks for several tools that cannot fail while one of them is there (bash(1), "command"). */
export const toolCheck = pageRule([hazardToolCheck], ({ calls }) =>
  calls.flatMap((call) => {
    const [flag, second, ...others] = call.words
    if (call.name !== 'command' || !/^-[vV]$/.test(flag?.text ?? '') || !second || others.length === 0) return []
    return [hazardToolCheck.at(placeOfWord(call, second.word), { count: others.length + 1 })]
  }),
)
