import { type Call, commandOf, hasFlag, isCommand, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'

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

const WITHOUT = (flag: string): Localized => ({ es: `Quita ${flag}.`, en: `Remove ${flag}.` })
const BACKGROUND: Localized = {
  es: 'Ponle al bloque background y ready="…", o márcalo con checked="motivo".',
  en: 'Give the block `background` and `ready="…"`, or mark it checked="reason".',
}

/** What lets Compose go back to the terminal, or end with its containers. */
const DETACHED = [
  '--detach',
  '--wait',
  '--no-start',
  '--abort-on-container-exit',
  '--abort-on-container-failure',
  '--exit-code-from',
]

/** Commands that run until someone stops them, and what to do about each. */
const ENDLESS: readonly { when: (call: Call) => boolean; fix: Localized }[] = [
  {
    when: (call) =>
      isCommand(call, 'docker', 'logs', 'container logs', 'compose logs', 'service logs') &&
      hasFlag(call, '--follow', '-f'),
    fix: WITHOUT('-f'),
  },
  {
    when: (call) => isCommand(call, 'docker', 'compose up') && !hasFlag(call, ...DETACHED),
    fix: { es: 'Añade -d.', en: 'Add -d.' },
  },
  {
    when: (call) =>
      isCommand(call, 'docker', 'stats', 'container stats', 'compose stats') && !hasFlag(call, '--no-stream'),
    fix: { es: 'Añade --no-stream.', en: 'Add --no-stream.' },
  },
  {
    when: (call) => isCommand(call, 'docker', 'events', 'system events', 'compose events') && !hasFlag(call, '--until'),
    fix: { es: 'Añade --until.', en: 'Add --until.' },
  },
  {
    when: (call) => isCommand(call, 'gcloud', 'run services proxy', 'run services logs tail', 'logging tail'),
    fix: BACKGROUND,
  },
  {
    when: ({ name, words }) => name === 'tail' && hasShort(words, 'fF', '--follow') && !hasShort(words, '', '--pid'),
    fix: WITHOUT('-f'),
  },
  { when: ({ name, words }) => name === 'journalctl' && hasShort(words, 'f', '--follow'), fix: WITHOUT('-f') },
  { when: ({ name, words }) => name in ENDS && !ENDS[name]?.(words), fix: BACKGROUND },
  {
    when: ({ name, words }) => /^python3?$/.test(name) && words[0]?.text === '-m' && words[1]?.text === 'http.server',
    fix: BACKGROUND,
  },
]

/** Programs that stay, and what makes each end by itself or leave the terminal. */
const ENDS: Readonly<Record<string, (words: Call['words']) => boolean>> = {
  watch: (words) => hasShort(words, 'gq', '--chgexit', '--equexit', ...ASKS),
  top: (words) => hasShort(words, 'nhv', '--iterations', ...ASKS),
  htop: (words) => hasShort(words, 'hV', '--max-iterations', ...ASKS),
  uvicorn: (words) => hasShort(words, '', ...ASKS),
  gunicorn: (words) => hasShort(words, 'Dhv', '--daemon', '--check-config', '--print-config', ...ASKS),
  nodemon: (words) => hasShort(words, 'hv', ...ASKS),
}
const ASKS = ['--help', '--version']

/** Options by a letter of theirs, or by their whole name. */
const hasShort = (words: Call['words'], letters: string, ...long: readonly string[]) =>
  words.some(
    ({ text = '' }) =>
      long.some((name) => text === name || text.startsWith(`${name}=`)) ||
      (letters !== '' && new RegExp(`^-[A-Za-z]*[${letters}]`).test(text)),
  )

/** Commands in the foreground of a step that never return. */
export const hang = pageRule([hazardNeverReturns], ({ calls }) => calls.filter(waitsForEnd).flatMap(endless))

/** A checked or manual block is a person's, a `background` block is meant to stay, and `| head` ends its producer. */
function waitsForEnd({ block, command, timed }: Call): boolean {
  if (block.kind !== 'step' || block.fence.manual || block.fence.background) return false
  return !timed && !command.background && !command.inFunction
}

function endless(call: Call): Finding[] {
  const known = ENDLESS.find(({ when }) => when(call))
  if (!known) return []
  return [
    hazardNeverReturns.at(placeOfCall(call), {
      command: commandOf(call),
      fixEs: known.fix.es,
      fixEn: known.fix.en,
    }),
  ]
}
