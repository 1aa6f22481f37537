import { isPlain } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { type Call, hasFlag, isCommand, placeOfCall } from '../call.ts'
import type { Rule } from '../rule.ts'

const MANUAL: Localized = {
  es: 'Si solo puede hacerlo una persona, marca el bloque con manual="motivo".',
  en: 'If only a person can do it, mark the block manual="reason".',
}

/** Commands that ask, and how to keep each from asking. */
const ASKING: readonly { when: (call: Call) => boolean; fix: Localized }[] = [
  {
    when: (call) =>
      isCommand(call, 'docker', 'run', 'exec', 'container run', 'container exec') && hasFlag(call, '--tty', '-t'),
    fix: { es: 'Quita -t: un paso no tiene terminal.', en: 'Remove -t: a step has no terminal.' },
  },
  {
    when: (call) => isCommand(call, 'docker', 'login') && !hasFlag(call, '--password-stdin', '--password', '-p'),
    fix: { es: 'Usa --password-stdin, o manual="motivo".', en: 'Use --password-stdin, or manual="reason".' },
  },
  {
    when: (call) =>
      isCommand(
        call,
        'docker',
        'system prune',
        'image prune',
        'container prune',
        'volume prune',
        'network prune',
        'builder prune',
      ) && !hasFlag(call, '--force', '-f'),
    fix: { es: 'Añade --force y effect=delete.', en: 'Add --force and effect=delete.' },
  },
  {
    when: (call) =>
      isCommand(call, 'gcloud', 'auth login', 'auth application-default login') && !hasFlag(call, '--cred-file'),
    fix: MANUAL,
  },
  { when: (call) => isCommand(call, 'gcloud', 'init'), fix: MANUAL },
  {
    when: (call) =>
      call.name === 'gcloud' &&
      call.match?.path.at(-1) === 'delete' &&
      !hasFlag(call, '--quiet') &&
      !isPlain(call.page),
    fix: { es: 'Añade --quiet y effect=delete.', en: 'Add --quiet and effect=delete.' },
  },
  {
    when: (call) =>
      isCommand(call, 'gcloud', ...IN_REGION) && !hasFlag(call, '--region', '--platform') && !isPlain(call.page),
    fix: { es: 'Añade --region.', en: 'Add --region.' },
  },
  { when: ({ name, command, words }) => name === 'read' && readsTerminal(command) && words.length > 0, fix: MANUAL },
  {
    when: ({ name }) => ['nano', 'vi', 'vim', 'visudo', 'less', 'more', 'certbot', 'passwd'].includes(name),
    fix: MANUAL,
  },
  {
    when: ({ name, words }) => /^apt(-get)?$/.test(name) && asksBeforeChange(words),
    fix: { es: 'Añade -y.', en: 'Add -y.' },
  },
]

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

const readsTerminal = ({ redirects }: Call['command']) => !redirects.some(({ operator }) => operator.startsWith('<'))

const asksBeforeChange = (words: Call['words']) =>
  words.some(({ text }) => /^(install|remove|purge|upgrade|dist-upgrade|autoremove)$/.test(text ?? '')) &&
  !words.some(({ text }) => /^(-[a-z]*y[a-z]*|--yes|--assume-yes)$/.test(text ?? ''))

/** Commands of a step that wait for someone at the terminal. */
export const interactive: Rule = ({ calls }) =>
  calls
    .filter((call) => call.block.kind === 'step' && !call.block.fence.manual)
    .flatMap((call) => asking(call, calls.some(setsRegion)))

const setsRegion = (call: Call) =>
  isCommand(call, 'gcloud', 'config set') && call.words.some(({ text }) => text === 'run/region')

function asking(call: Call, hasRegion: boolean): Finding[] {
  const known = ASKING.find(({ when }) => when(call))
  if (hasRegion && isCommand(call, 'gcloud', ...IN_REGION)) return []
  if (!known || (call.name === 'read' && fed(call))) return []
  const command = [call.name, ...(call.match?.path ?? [])].join(' ')
  return [finding('HAZARD_INTERACTIVE', placeOfCall(call), { command, fixEs: known.fix.es, fixEn: known.fix.en })]
}

/** `… | while read x` reads the pipe: the loop is the end of a pipeline, so only `read -p` surely asks. */
const fed = ({ words, command }: Call) => command.tested && !words.some(({ text }) => /^-[a-z]*p/.test(text ?? ''))
