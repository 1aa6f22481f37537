import { sshRefusal } from '#tools/ssh/options.ts'
import { NotModelled } from '../model.ts'

/** A command line of ssh or scp, options apart. */
export interface SshLine {
  options: ReadonlyMap<string, string>
  operands: readonly string[]
}

/** Options of ssh and scp that take a value, and mean nothing in a world where the key is known and trusted. */
const VALUED = /^-(?:[oilFEcmJPpS])$/
const SWITCHES = /^-[TnqxaCkpv46rB]+$/

/** Options that change who is reached, or how. */
const CHANGING = /^-[FJS]$|^-o\s*(?:ProxyJump|ProxyCommand|Hostname|Port|User|ControlMaster|RemoteCommand)\b/i

/** Splits a command line of ssh or scp: options come first. Throws NotModelled for what this world has not. */
export function readSshLine(args: readonly string[]): SshLine {
  const options = new Map<string, string>()
  const queue = [...args]
  while (/^-./.test(queue[0] ?? '')) {
    const word = queue.shift() ?? ''
    if (word === '--') break
    if (VALUED.test(word.slice(0, 2))) readValued(options, word, queue)
    else if (SWITCHES.test(word)) for (const letter of word.slice(1)) options.set(`-${letter}`, '')
    else throw new NotModelled(`ssh ${word}`)
  }
  return { options, operands: queue }
}

/** The key, among the options, of what ssh says of one it does not take. */
export const REFUSED = 'refused'

/** The key, among the options, of not using the user's key. */
export const WITHOUT_KEY = 'without key'
const KEYLESS = /^(PubkeyAuthentication[= ]no|PreferredAuthentications[= ](?!.*publickey).*)$/i

/** `-p22` or `-p 22`. */
function readValued(options: Map<string, string>, word: string, queue: string[]): void {
  const name = word.slice(0, 2)
  const value = word.length > 2 ? word.slice(2) : (queue.shift() ?? '')
  const refused = name === '-o' ? sshRefusal(value) : undefined
  if (refused !== undefined && !options.has(REFUSED)) options.set(REFUSED, refused)
  else if (CHANGING.test(name === '-o' ? `-o ${value}` : name)) throw new NotModelled(`ssh ${name} ${value}`)
  if (name === '-o' && KEYLESS.test(value)) options.set(WITHOUT_KEY, '')
  options.set(name, value)
}
