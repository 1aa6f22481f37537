import type { EffectVerb } from '#schema/effect.ts'
import { assignPositionals } from '#tools/match/positionals.ts'
import type { FlagUse, Match } from '#tools/match/reading.ts'
import { splitList, splitMap } from '#tools/match/values.ts'
import { type EmulatedCall, NotModelled } from '../model.ts'
import type { World } from '../world.ts'
import { GcloudFailure } from './failure.ts'
import type { CloudState } from './state.ts'

/** One call of a gcloud command, read by the grammar. */
export class GcloudInvocation {
  readonly call: EmulatedCall
  readonly match: Match
  readonly #positionals: Record<string, { value: string | undefined }[]>

  constructor(call: EmulatedCall, match: Match) {
    this.call = call
    this.match = match
    this.#positionals = match.command === undefined ? {} : assignPositionals(match.command, match.positionals)
  }

  get world(): World {
    return this.call.world
  }

  get cloud(): CloudState {
    return this.call.world.cloud
  }

  get now(): number {
    return this.call.world.clock.now()
  }

  /** `gcloud.run.deploy`, as messages have it. */
  get id(): string {
    return ['gcloud', ...this.match.path].join('.')
  }

  /** Value of a flag; the last one wins. */
  flag(name: string): string | undefined {
    return this.#uses(name).at(-1)?.value
  }

  /** Items of a list flag, of all its uses. */
  list(name: string): string[] {
    return this.#uses(name).flatMap(({ value }) => splitList(value ?? ''))
  }

  /** Entries of a map flag, of all its uses. */
  map(name: string): Record<string, string> {
    return Object.fromEntries(this.#uses(name).flatMap(({ value }) => splitMap(value ?? '')))
  }

  has(name: string): boolean {
    return this.#uses(name).length > 0
  }

  /** A switch: true, false for its `--no-` form, undefined when not given. */
  switch(name: string): boolean | undefined {
    return this.#uses(name).at(-1)?.on
  }

  /** A positional; empty where an optional one is left out. */
  argument(name: string): string {
    return this.#positionals[name]?.[0]?.value ?? ''
  }

  /** Values of the command's first positional: what it acts on. */
  get names(): string[] {
    const first = this.match.command?.positionals?.[0]?.name
    return first === undefined ? [] : this.arguments(first)
  }

  arguments(name: string): string[] {
    return (this.#positionals[name] ?? []).map(({ value }) => value ?? '')
  }

  effect(verb: EffectVerb, kind: string, name: string): void {
    this.call.effect({ verb, kind, name })
  }

  /** A property: its flag, its `CLOUDSDK_` variable, then the configuration. */
  property(name: string): string | undefined {
    const [section, property] = name.split('/') as [string, string]
    const flag = FLAG_OF_PROPERTY[name]
    const variable = `CLOUDSDK_${section}_${property}`.toUpperCase()
    return (flag && this.flag(flag)) || this.call.env[variable] || this.cloud.properties.get(name) || undefined
  }

  /** The account calls are made as. */
  get account(): string {
    const account = this.property('core/account')
    if (account !== undefined && this.cloud.accounts.includes(account)) return account
    throw new GcloudFailure(
      account === undefined || this.cloud.accounts.length === 0 ? NO_ACCOUNT : noCredentials(account),
    )
  }

  /** The principal calls are made as: the account, or the service account impersonated. */
  get principal(): string {
    const impersonated = this.flag('--impersonate-service-account')
    if (impersonated !== undefined) return `serviceAccount:${impersonated}`
    return this.account.endsWith('.gserviceaccount.com') ? `serviceAccount:${this.account}` : `user:${this.account}`
  }

  /** Asks what gcloud would ask; without a terminal nobody answers. */
  confirm(message: string, options: { default?: boolean; unattended?: 'refuse' | 'default' } = {}): boolean {
    const fallback = options.default ?? true
    if (this.switch('--quiet') || isTrue(this.property('core/disable_prompts'))) return fallback
    const answer = /^(y|yes|n|no)\s*$/im.exec(this.call.stdin)?.[1]
    if (answer !== undefined) return answer.toLowerCase().startsWith('y')
    if (options.unattended !== 'refuse') return fallback
    throw new GcloudFailure(UNATTENDED, { before: `${message}\n\nDo you want to continue (Y/n)?  \n` })
  }

  /** Stops where a flag would change what happens in a way the emulator does not know. */
  onlyHonours(flags: readonly string[]): void {
    const known = new Set([...flags, ...HARMLESS])
    const other = this.match.flags.find((use) => !known.has(use.name))
    if (other) throw new NotModelled(`${this.id.replaceAll('.', ' ')} ${other.name} is not modelled`)
  }

  #uses(name: string): FlagUse[] {
    return this.match.flags.filter((use) => use.name === name)
  }
}

const FLAG_OF_PROPERTY: Record<string, string> = {
  'core/project': '--project',
  'core/account': '--account',
  'run/region': '--region',
  'builds/region': '--region',
  'artifacts/location': '--location',
  'eventarc/location': '--location',
  'core/verbosity': '--verbosity',
}

/** Flags that change no outcome, or that the entry honours for every command. */
const HARMLESS = [
  '--project',
  '--account',
  '--quiet',
  '--verbosity',
  '--format',
  '--user-output-enabled',
  '--log-http',
  '--impersonate-service-account',
  '--filter',
  '--flatten',
  '--limit',
  '--page-size',
  '--sort-by',
  '--platform',
  '--billing-project',
]

const isTrue = (text: string | undefined): boolean => /^(true|1|on|yes|y)$/i.test(text ?? '')

const NO_ACCOUNT = `You do not currently have an active account selected.
Please run:

  $ gcloud auth login

to obtain new credentials.

If you have already logged in with a different account, run:

  $ gcloud config set account ACCOUNT

to select an already authenticated account to use.`

const noCredentials = (account: string): string =>
  `Your current active account [${account}] does not have any valid credentials
Please run:

  $ gcloud auth login

to obtain new credentials.

For service account, please activate it first:

  $ gcloud auth activate-service-account ACCOUNT`

const UNATTENDED =
  'This prompt could not be answered because you are not in an interactive session.  You can re-run the command with the --quiet flag to accept default answers for all prompts.'
