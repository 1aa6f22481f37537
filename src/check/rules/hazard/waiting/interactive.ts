import { type Call, commandOf, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { answerTo, askedBy, type PageWide, pageWide } from './asking.ts'

export const hazardInteractive = defineFinding({
  code: 'HAZARD_INTERACTIVE',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» espera a que alguien responda en la terminal.',
    hint: '{fixEs}',
    why: 'Nadie está ante la terminal cuando la página se ejecuta en CI, y a las tres de la mañana una pregunta inesperada se contesta mal.',
  },
  en: {
    message: '`{command}` waits for someone to answer at the terminal.',
    hint: '{fixEn}',
    why: 'Nobody is at the terminal when CI runs the page, and at three in the morning an unexpected question gets a bad answer.',
  },
  wrong: ['```bash step=install-jq', 'sudo apt-get install jq', '```'],
  right: ['```bash step=install-jq', 'sudo apt-get install -y jq', '```'],
})

/** Commands of a step that wait for someone at the terminal. */
export const interactive = pageRule([hazardInteractive], (facts) => {
  const page = pageWide(facts)
  return facts.calls
    .filter(({ block }) => block.kind === 'step' && !block.fence.manual)
    .flatMap((call) => asked(call, page))
})

function asked(call: Call, page: PageWide): Finding[] {
  const asks = askedBy(call, page)
  if (!asks || (!asks.terminal && isFed(call))) return []
  const { es, en } = answerTo(asks)
  return [hazardInteractive.at(placeOfCall(call), { command: commandOf(call), fixEs: es, fixEn: en })]
}

/** Whether a pipe or a file answers. In `… | while read x` the pipe is that of the loop, so only `read -p` surely asks. */
function isFed({ name, words, command, block, outer }: Call): boolean {
  if (command.redirects.some(({ operator }) => operator.startsWith('<'))) return true
  if (outer === undefined && /(?<!\|)\|&?\s*$/.test(block.text.slice(0, command.start))) return true
  return name === 'read' && command.tested && !words.some(({ text }) => /^-[a-z]*p/.test(text ?? ''))
}
