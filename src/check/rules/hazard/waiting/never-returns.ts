import { ask, type Call, commandOf, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import type { Waits } from '#tools/facts/terminal.ts'

export const hazardNeverReturns = defineFinding({
  code: 'HAZARD_NEVER_RETURNS',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» no termina nunca, y el paso se quedaría esperando.',
    hint: '{fixEs}',
    why: 'Un paso termina cuando termina su comando. Uno que sigue escribiendo hasta que alguien pulsa Ctrl+C deja parada la ejecución y todo lo que viene detrás.',
  },
  en: {
    message: '`{command}` never returns, and the step would wait for it.',
    hint: '{fixEn}',
    why: 'A step ends when its command ends. One that keeps printing until someone presses Ctrl+C stops the run and all that follows.',
  },
  wrong: [
    '```bash step=see-logs effect=create',
    'docker run --detach --name=api app:1.0.0',
    'docker logs --follow api',
    '```',
  ],
  right: [
    '```bash step=see-logs effect=create',
    'docker run --detach --name=api app:1.0.0',
    'docker logs --tail=50 api',
    '```',
  ],
})

/** Commands in the foreground of a step that never return. */
export const hang = pageRule([hazardNeverReturns], ({ calls }) => calls.filter(waitsForEnd).flatMap(endless))

/** A checked or manual block is a person's, a `background` block is meant to stay, and `| head` ends its producer. */
function waitsForEnd({ block, command, timed }: Call): boolean {
  if (block.kind !== 'step' || block.fence.manual || block.fence.background) return false
  return !timed && !command.background && !command.inFunction
}

function endless(call: Call): Finding[] {
  const waits = ask(call, 'waits')
  if (waits === undefined) return []
  const { es, en } = endOf(waits)
  return [hazardNeverReturns.at(placeOfCall(call), { command: commandOf(call), fixEs: es, fixEn: en })]
}

/** What to do so that a command ends. */
function endOf(waits: Waits): Localized {
  if (waits === 'until stopped')
    return {
      es: 'Ponle al bloque background y ready="…", o márcalo con checked="motivo".',
      en: 'Give the block `background` and `ready="…"`, or mark it checked="reason".',
    }
  if ('remove' in waits) return { es: `Quita ${waits.remove}.`, en: `Remove ${waits.remove}.` }
  return { es: `Añade ${waits.add}.`, en: `Add ${waits.add}.` }
}
