import type { Bypass } from '../facts/terminal.ts'
import type { CommandLine } from '../match/line.ts'

/** The word that has ssh, or a program that runs it, trust any machine. */
export function hostIdentityBypassed({ words }: CommandLine): readonly Bypass[] {
  const word = words.find(({ text }) => /StrictHostKeyChecking=no/.test(text ?? ''))
  return word ? [{ protection: 'host identity', word }] : []
}
