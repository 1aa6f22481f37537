import { NotModelled } from '../../model.ts'
import type { CloudCommand } from '../command.ts'

/** A command that only a person can use. */
export const needsPerson = (what: string): CloudCommand => ({
  flags: [],
  run: () => {
    throw new NotModelled(`${what} opens a browser, which only a person can use`)
  },
})
