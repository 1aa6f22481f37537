import { type Call, hasFlag, isCommand } from '#check/page/call.ts'
import { isPlain } from '#document/model.ts'
import type { Localized } from '#schema/locale.ts'

/** A program that asks: when it does, and how to keep it from asking. */
export interface Asking {
  when: (call: Call) => boolean
  fix: Localized
  /** It reads the terminal, whatever it is given. */
  terminal?: true
}

const MANUAL: Localized = {
  es: 'Si solo puede hacerlo una persona, marca el bloque con manual="motivo".',
  en: 'If only a person can do it, mark the block manual="reason".',
}
const ADD = (flag: string): Localized => ({ es: `Añade ${flag}.`, en: `Add ${flag}.` })

/** Commands that ask, each with what keeps it from asking. */
export const ASKING: readonly Asking[] = [
  {
    when: (call) =>
      isCommand(call, 'docker', 'run', 'exec', 'container run', 'container exec') && hasFlag(call, '--tty', '-t'),
    fix: { es: 'Quita -t: un paso no tiene terminal.', en: 'Remove -t: a step has no terminal.' },
    terminal: true,
  },
  {
    when: (call) => isCommand(call, 'docker', 'login') && !hasFlag(call, '--password-stdin', '--password', '-p'),
    fix: { es: 'Usa --password-stdin, o manual="motivo".', en: 'Use --password-stdin, or manual="reason".' },
    terminal: true,
  },
  {
    when: (call) => isCommand(call, 'docker', ...PRUNES) && !hasFlag(call, '--force', '-f'),
    fix: { es: 'Añade --force y effect=delete.', en: 'Add --force and effect=delete.' },
  },
  {
    when: (call) =>
      isCommand(call, 'gcloud', 'auth login', 'auth application-default login') && !hasFlag(call, '--cred-file'),
    fix: MANUAL,
    terminal: true,
  },
  { when: (call) => isCommand(call, 'gcloud', 'init'), fix: MANUAL, terminal: true },
  {
    when: (call) =>
      call.name === 'gcloud' &&
      call.match?.path.at(-1) === 'delete' &&
      !hasFlag(call, '--quiet') &&
      !isPlain(call.page),
    fix: { es: 'Añade --quiet y effect=delete.', en: 'Add --quiet and effect=delete.' },
  },
  { when: ({ name, words }) => name === 'read' && words.length > 0, fix: MANUAL },
  { when: (call) => EDITORS.has(call.name) && !has(call, '--version', '--help'), fix: MANUAL, terminal: true },
  { when: (call) => call.name === 'visudo' && !has(call, '--check', '--version', '--help', 'c'), fix: MANUAL },
  { when: (call) => call.name === 'passwd' && !has(call, '--stdin', ...PASSWD), fix: MANUAL },
  {
    when: asksCertbot,
    fix: {
      es: 'Añade --non-interactive y lo que preguntaría.',
      en: 'Add --non-interactive and what it would ask for.',
    },
  },
  { when: (call) => /^apt(-get)?$/.test(call.name) && changes(call, APT) && !isAptQuiet(call), fix: ADD('-y') },
  {
    when: (call) => /^(dnf|yum)$/.test(call.name) && changes(call, DNF) && !has(call, '--assumeyes', '--assumeno', 'y'),
    fix: ADD('-y'),
  },
  {
    when: (call) =>
      /^(npm|yarn)$/.test(call.name) && changes(call, /^init$/) && !has(call, '--yes', '--force', 'y', 'f'),
    fix: ADD('-y'),
  },
]

const PRUNES = ['system', 'image', 'container', 'volume', 'network', 'builder', 'buildx'].map((of) => `${of} prune`)
const EDITORS = new Set(['nano', 'vi', 'vim', 'less', 'more'])

/** Of `passwd`: what changes no password, or asks for none. */
const PASSWD = [
  '--lock',
  '--unlock',
  '--delete',
  '--expire',
  '--status',
  '--help',
  'l',
  'u',
  'd',
  'e',
  'S',
  'x',
  'n',
  'w',
  'i',
]

const APT = /^(install|reinstall|remove|purge|upgrade|dist-upgrade|full-upgrade|autoremove|build-dep)$/
const DNF =
  /^(install|reinstall|remove|erase|update|upgrade|downgrade|autoremove|swap|distro-sync|(group|local)install)$/

/** Whether the first word that is no option names a change. */
const changes = ({ words }: Call, verbs: RegExp): boolean =>
  verbs.test(words.find(({ text }) => text === undefined || !text.startsWith('-'))?.text ?? '')

/** Flags by their whole name, switches by their letter, alone or among others. */
const has = ({ words }: Call, ...flags: readonly string[]): boolean =>
  words.some(({ text = '' }) =>
    flags.some((flag) =>
      flag.startsWith('-')
        ? text === flag || text.startsWith(`${flag}=`)
        : /^-[A-Za-z]+$/.test(text) && text.includes(flag),
    ),
  )

/** Assumes yes, by itself with `-qq`, or changes nothing. */
const isAptQuiet = (call: Call): boolean =>
  has(call, '--yes', '--assume-yes', '--assume-no', '--simulate', '--dry-run', '--just-print', '--no-act', 'y', 's') ||
  call.words.some(({ text = '' }) => /^-[a-z]*q[a-z]*q|^-q=2$|APT::Get::Assume-Yes=(true|1|yes)$/i.test(text))

/** `certbot renew` never asks; a certificate that is asked for or deleted is told of first. */
function asksCertbot(call: Call): boolean {
  const verb = call.match?.path[0]
  if (call.name !== 'certbot' || call.match?.informative) return false
  return (
    !/^(renew|certificates|plugins|show_account)$/.test(verb ?? '') &&
    !has(call, '--non-interactive', '--noninteractive', 'n')
  )
}
