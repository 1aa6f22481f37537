import { type Destination, hosts } from '../facts/destination.ts'
import { type CommandLine, type LineWord, positionals } from '../match/line.ts'

/** The machine that what is pushed goes to; a remote by its name is known to the repository alone. */
export const pushedTo = (line: CommandLine): readonly Destination[] => {
  const [remote] = positionals(line)
  return remote && isAddress(remote) ? hosts([remote]) : [{ kind: 'host', name: undefined }]
}

/** The machine of an address that a remote is given. */
export const remoteAt = (line: CommandLine): readonly Destination[] =>
  hosts(positionals(line).slice(1, 2).filter(isAddress))

/** Not a path of this machine. */
const isAddress = ({ text }: LineWord) => text === undefined || /^[^/]*:/.test(text)
