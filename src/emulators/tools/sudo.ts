import { type Emulator, NotModelled } from '../model.ts'
import { LAPTOP } from '../world.ts'

/** `sudo command` on a machine whose user needs no password. Files have no owners here, so it only runs the command. */
export const sudo: Emulator = async ({ args, world, cwd, env, stdin, shell }) => {
  if (world.host.name === LAPTOP) throw new NotModelled('sudo is not available in the emulated world')
  const words = /^(-n|--)$/.test(args[0] ?? '') ? args.slice(1) : args
  if (words.length === 0 || words[0]?.startsWith('-')) throw new NotModelled(`sudo ${args.join(' ')}`)
  return shell(words.map(quoted).join(' '), { cwd, env: { ...env }, stdin })
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`
