import { type Call, commandOf, hasFlag, isCommand, placeOfCall } from '#check/page/call.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { pageRule } from '#check/rule.ts'
import { isPlain } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { ASKING, type Asking } from './asking.ts'

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
  const asking = facts.calls.some(setsRegion) ? ASKING : [...ASKING, UNPLACED]
  const quiet = silencesGcloud(facts)
  return facts.calls
    .filter((call) => call.block.kind === 'step' && !call.block.fence.manual && !(quiet && call.name === 'gcloud'))
    .flatMap((call) => asked(call, asking))
})

/** Without a region gcloud lists them all and asks for one. */
const IN_REGION = [
  'run deploy',
  'run services describe',
  'run services delete',
  'run services update',
  'run services update-traffic',
  'run services get-iam-policy',
  'run services add-iam-policy-binding',
  'run services remove-iam-policy-binding',
  'run services logs read',
  'run revisions describe',
  'run revisions delete',
  'run jobs execute',
]

/** Without a region, on pages that do not set one for all. */
const UNPLACED: Asking = {
  when: (call) =>
    isCommand(call, 'gcloud', ...IN_REGION) && !hasFlag(call, '--region', '--platform') && !isPlain(call.page),
  fix: { es: 'Añade --region.', en: 'Add --region.' },
}

const setsRegion = (call: Call) =>
  isCommand(call, 'gcloud', 'config set') && call.words.some(({ text }) => text === 'run/region')

/** `gcloud config set disable_prompts true`, or the variable that does it. */
const silencesGcloud = ({ calls, blocks }: PageFacts): boolean =>
  blocks.some(({ script }) => script.writes.some(({ name }) => name === 'CLOUDSDK_CORE_DISABLE_PROMPTS')) ||
  calls.some(
    (call) =>
      isCommand(call, 'gcloud', 'config set') &&
      call.words.some(({ text }) => /^(core\/)?disable_prompts$/.test(text ?? '')),
  )

function asked(call: Call, asking: readonly Asking[]): Finding[] {
  const known = asking.find(({ when }) => when(call))
  if (!known || (!known.terminal && isFed(call))) return []
  const { es, en } = known.fix
  return [hazardInteractive.at(placeOfCall(call), { command: commandOf(call), fixEs: es, fixEn: en })]
}

/** Whether a pipe or a file answers. In `… | while read x` the pipe is that of the loop, so only `read -p` surely asks. */
function isFed({ name, words, command, block, outer }: Call): boolean {
  if (command.redirects.some(({ operator }) => operator.startsWith('<'))) return true
  if (outer === undefined && /(?<!\|)\|&?\s*$/.test(block.text.slice(0, command.start))) return true
  return name === 'read' && command.tested && !words.some(({ text }) => /^-[a-z]*p/.test(text ?? ''))
}
