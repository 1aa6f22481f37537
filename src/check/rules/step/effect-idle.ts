import type { Call } from '#check/page/call.ts'
import { ask } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const stepEffectIdle = defineFinding({
  code: 'STEP_EFFECT_IDLE',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'El paso declara effect={declared}, y sus comandos solo leen.',
    hint: 'Comprueba si falta una opción que cambia algo, como «sed -i»; si no falta, declara effect=read.',
    why: 'O falta la opción que hace el cambio, y los pasos siguientes cuentan con algo que nadie hizo, o la ejecución real pregunta por nada.',
  },
  en: {
    message: 'The step declares effect={declared}, and its commands only read.',
    hint: 'Check whether an option that changes something is missing, such as `sed -i`; if none is, declare effect=read.',
    why: 'Either the option that makes the change is missing, and later steps count on what nobody did, or a live run asks about nothing.',
  },
  wrong: ['```bash step=set-port effect=update', 'sed s/8000/8080/ app.conf', '```'],
  right: ['```bash step=set-port effect=update', 'sed -i s/8000/8080/ app.conf', '```'],
})

/** Steps that say themselves that they change something, and whose every command is known only to read. */
export const effectIdle = pageRule([stepEffectIdle], ({ page, calls }) =>
  stepsOf(page).flatMap((step): Finding[] => {
    const declared = step.fence.effect
    const at = step.keys.get('effect')
    if (declared === 'read' || !at) return []
    const own = calls.filter(({ block }) => block === step)
    const outer = new Set(own.map((call) => call.outer))
    const work = own.filter((call) => !outer.has(call))
    const known = new Set(own.map(({ command }) => command))
    const isRead = (call: Call) => ask(call, 'effect') === 'read' && !own.some(writes)
    if (work.length === 0 || !work.every(isRead) || step.script.commands.some((one) => !known.has(one))) return []
    return [stepEffectIdle.at(at, { declared })]
  }),
)

const writes = ({ command }: Call): boolean => command.redirects.some(({ operator }) => operator.includes('>'))
