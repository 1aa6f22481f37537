import raw from './directives.json' with { type: 'json' }

/** Where a directive may stand and how many arguments it takes; several when it means different things. */
export interface DirectiveForm {
  contexts: ReadonlySet<string>
  /** Takes a block. */
  block: boolean
  takes(count: number): boolean
}

/** Version of nginx they were read from. */
export const NGINX_VERSION: string = raw.version

const DIRECTIVES: Readonly<Record<string, readonly (readonly [readonly string[], number])[]>> = toTable(raw.directives)

function toTable(value: unknown) {
  return value as Record<string, [string[], number][]>
}

/** Names of the directives of nginx and its modules as Debian builds it. */
export const DIRECTIVE_NAMES: readonly string[] = Object.keys(DIRECTIVES)

const BLOCK = 0x100
const FLAG = 0x200
const ANY = 0x400
const ONE_OR_MORE = 0x800
const TWO_OR_MORE = 0x1000

/** The forms of a directive, or undefined for one there is none of. */
export function formsOf(name: string): DirectiveForm[] | undefined {
  if (!Object.hasOwn(DIRECTIVES, name)) return undefined
  return DIRECTIVES[name]?.map(([contexts, bits]) => ({
    contexts: new Set(contexts),
    block: (bits & BLOCK) !== 0,
    takes: (count) => takes(bits, count),
  }))
}

function takes(bits: number, count: number): boolean {
  if ((bits & ANY) !== 0 || ((bits & FLAG) !== 0 && count === 1)) return true
  if ((bits & ONE_OR_MORE) !== 0 && count >= 1) return true
  if ((bits & TWO_OR_MORE) !== 0 && count >= 2) return true
  return count < 8 && (bits & (1 << count)) !== 0
}
