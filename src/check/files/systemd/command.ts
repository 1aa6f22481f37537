import type { UnitEntry } from '#formats/systemd/parse.ts'

/** The program of a line that starts one, with where it begins in the file. */
export interface StartedProgram {
  /** As it is written, perhaps in quotes. */
  text: string
  path: string
  start: number
}

/** The program a line of a unit starts; undefined where it starts none. */
export function programOf({ key, value, valueStart }: UnitEntry): StartedProgram | undefined {
  if (!/^Exec(Start|Stop|Reload|Condition)(Pre|Post)?$/.test(key) || value === '') return undefined
  const [prefix = ''] = /^[-@:+!|]*/.exec(value) ?? []
  const text = /^"([^"]*)"|^\S+/.exec(value.slice(prefix.length))?.[0] ?? ''
  return { text, path: text.replaceAll('"', ''), start: valueStart + prefix.length }
}

/** Whether systemd can start a program: by its absolute path, or by a name of its own search path. */
export const canStart = ({ path }: StartedProgram): boolean =>
  path.includes('/') ? /^(\/|%|\$)/.test(path) : path !== ''
