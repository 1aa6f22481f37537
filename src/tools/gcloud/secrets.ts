import type { SecretStored, SecretVersion } from '../facts/cloud.ts'
import type { CommandFacts } from '../facts/model.ts'
import type { Shows } from '../facts/terminal.ts'
import { type CommandLine, flagValue, flagValues, positionals } from '../match/line.ts'
import { allNamed, each, first, flag, named, together } from './words.ts'

const uses = named('secret', 'uses', first)

/** Commands about Secret Manager. */
export const SECRET_COMMANDS: Readonly<Record<string, CommandFacts>> = together(
  {
    secrets: { api: 'secretmanager.googleapis.com' },
    'secrets create': {
      names: named('secret', 'makes', first),
      reads: flag('--data-file'),
      stores: (line) => stored(line, true),
    },
    'secrets versions add': { names: uses, reads: flag('--data-file'), stores: (line) => stored(line, false) },
    'secrets versions access': { shows, secretVersions: versionNamed },
    'secrets versions describe': { secretVersions: versionNamed },
    'secrets versions disable': { secretVersions: versionNamed },
    'secrets add-iam-policy-binding': {
      names: allNamed(uses, named('service-account', 'uses', flag('--member'))),
    },
  },
  each('secrets', 'versions list, describe, delete, update, remove-iam-policy-binding, get-iam-policy', {
    names: uses,
  }),
  each('secrets versions', 'access, describe, disable, destroy', { names: named('secret', 'uses', flag('--secret')) }),
)

function stored(line: CommandLine, creates: boolean): SecretStored {
  const data = flagValue(line, '--data-file')
  return { secret: positionals(line)[0], creates, hasData: data !== undefined, fromInput: data?.text === '-' }
}

/** A secret is printed where it is not told to go into a file. */
function shows({ words }: CommandLine): Shows | undefined {
  return words.some(({ text }) => /^--out-file/.test(text ?? '')) ? undefined : { kind: 'secret' }
}

/** `secrets versions access 3 --secret=NAME`. */
function versionNamed(line: CommandLine): readonly SecretVersion[] {
  const [version] = positionals(line)
  const secret = flagValue(line, '--secret')?.text
  return version?.text && secret && /^\d+$/.test(version.text) ? [{ secret, version: version.text, word: version }] : []
}

/** Versions that a service is given by their number: `--set-secrets=NAME=secret:3`. */
export const versionsMounted = (line: CommandLine): readonly SecretVersion[] =>
  flagValues(line, '--set-secrets', '--update-secrets').flatMap((word) =>
    [...(word.text ?? '').matchAll(/=([^:,=]+):(\d+)(?=,|$)/g)].map(([, secret = '', version = '']) => ({
      secret,
      version,
      word,
    })),
  )
