import { once } from 'node:events'
import { connect } from 'node:net'
import { relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, inject } from 'vitest'
import type { NeedName } from './machine/needs.ts'
import type { Answer, Question } from './machine/setup.ts'

/**
 * Something tests need of the machine (a browser, the Docker fixture), as it is used: a path, a name. Where it
 * cannot be had, undefined: they are skipped, and the run ends by saying so, once. With `CI=true` that is a
 * failure, so that a machine meant to run them cannot quietly stop.
 */
export async function fromMachine(need: NeedName): Promise<string | undefined> {
  const found = await ask({ need, file: relative(process.cwd(), expect.getState().testPath ?? '') })
  if ('failed' in found) throw new Error(found.failed)
  if ('use' in found) return found.use
  if (process.env.CI !== 'true') return undefined
  throw new Error(`CI=true requires ${found.name}. ${found.why}\nTo have it: ${found.how}`)
}

async function ask(question: Question): Promise<Answer> {
  const socket = connect(inject('machine'), '127.0.0.1')
  await once(socket, 'connect')
  socket.end(JSON.stringify(question))
  return JSON.parse(await text(socket))
}
