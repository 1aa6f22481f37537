import { ask, type Call, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const hazardStillRunning = defineFinding({
  code: 'HAZARD_STILL_RUNNING',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» vuelve antes de acabar, y «{other}» usa un resultado que aún no está.',
    hint: 'Espera a que termine antes de seguir, o usa la forma que espera.',
    why: 'El comando solo encarga el trabajo. Copiar el resultado justo después copia el de la vez anterior, y la copia de seguridad no vale.',
  },
  en: {
    message: '`{command}` returns before it is done, and `{other}` uses a result that is not there yet.',
    hint: 'Wait for its end before going on, or use the form that waits.',
    why: 'The command only asks for the work. Copying the result right after copies that of the time before, and the backup is worthless.',
  },
  wrong: ['```bash step=save effect=create', 'redis-cli BGSAVE', 'cp /var/lib/redis/dump.rdb copia.rdb', '```'],
  right: ['```bash step=save effect=create', 'redis-cli SAVE', 'cp /var/lib/redis/dump.rdb copia.rdb', '```'],
})

/** Commands that return before their work is done, and what uses it right after. */
export const stillRunning = pageRule([hazardStillRunning], ({ calls }) =>
  calls.flatMap((call, index) => {
    const later = calls.slice(index + 1).filter(({ block }) => block === call.block)
    const started = startedBy(call, later)
    return started ? [hazardStillRunning.at(placeOfCall(call), started)] : []
  }),
)

function startedBy(call: Call, later: readonly Call[]): Finding['data'] | undefined {
  const early = ask(call, 'returnsEarly')
  if (!early) return undefined
  const next = later.find((other) => (early.same ? other.name === call.name : ask(other, 'readsData')))
  // The same program meets it at once; what copies files does so unless something between has waited.
  const awaited = early.same && next ? [next] : later
  if (!next || awaited.some(({ words }) => words.some(({ text }) => early.waitedBy.test(text ?? '')))) return undefined
  return { command: early.shown, other: next.name }
}
