import { type Emulator, NotModelled, succeed } from '../model.ts'

/** `df --output=pcent /`: how full the disk is. The disk of this world does not fill up. */
export const df: Emulator = async ({ args }) => {
  if (args.join(' ') !== '--output=pcent /') throw new NotModelled(`df ${args.join(' ')}`)
  return succeed('Use%\n 38%\n')
}
