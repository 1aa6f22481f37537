import type { EffectVerb } from '#schema/effect.ts'
import type { Match } from '#tools/match/reading.ts'
import type { EmulatedCall, Output } from '../model.ts'
import type { DockerState } from './state.ts'

/** A docker command line that its grammar accepts. */
export interface DockerInvocation {
  call: EmulatedCall
  state: DockerState
  path: readonly string[]
  operands: readonly string[]
  flags: Flags
}

export type DockerCommand = (at: DockerInvocation) => Output | Promise<Output>

/** Flags given, by their long spelling without dashes. */
export class Flags {
  readonly #uses: Match['flags']
  constructor(uses: Match['flags']) {
    this.#uses = uses
  }

  /** Whether a switch is on, or a flag with a value was given. */
  has(name: string): boolean {
    const use = this.#uses.findLast(({ flag }) => flag.names.includes(`--${name}`))
    return use !== undefined && use.on !== false
  }

  /** The last value given. */
  value(name: string): string | undefined {
    return this.values(name).at(-1)
  }

  values(name: string): string[] {
    return this.#uses.filter(({ flag }) => flag.names.includes(`--${name}`)).map(({ value }) => value ?? '')
  }

  /** Names of the flags given, `--detach`. */
  names(): string[] {
    return this.#uses.map(({ name }) => name)
  }
}

/** Records an effect on a docker resource. */
export function record(at: Pick<DockerInvocation, 'call'>, verb: EffectVerb, kind: string, name: string): void {
  at.call.effect({ verb, kind: `docker.${kind}`, name })
}

/** What the engine refuses: its message, as the client prints it. */
export class Refused extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Applies an operation to each operand as docker does: prints the names that worked, then the errors. */
export async function forEach(
  at: DockerInvocation,
  operate: (name: string) => string | Promise<string>,
): Promise<Output> {
  let stdout = ''
  let stderr = ''
  for (const name of at.operands) {
    try {
      stdout += `${await operate(name)}\n`
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      stderr += `${error.message}\n`
    }
  }
  return { stdout, stderr, exitCode: stderr === '' ? 0 : 1 }
}
