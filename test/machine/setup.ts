import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestProject } from 'vitest/node'
import { type Found, NEEDS, type NeedName } from './needs.ts'
import { type Lack, summaryOf } from './summary.ts'

/** A test file asks for something of the machine. */
export interface Question {
  need: NeedName
  file: string
}

/** What it is answered: the need as a person calls it, and what was found, or how looking itself failed. */
export type Answer = { name: string } & (Found | { failed: string })

declare module 'vitest' {
  export interface ProvidedContext {
    /** The port on this machine where test files ask what it has. */
    machine: number
  }
}

/**
 * For the whole run, what its test files need of the machine: looked for once, when the first asks, since
 * they run in processes of their own. Ends with what was not there.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const ending = new AbortController()
  const looked = new Map<NeedName, Promise<Answer>>()
  const lacks = new Map<NeedName, Lack>()

  async function answer({ need, file }: Question): Promise<Answer> {
    if (!looked.has(need)) looked.set(need, look(need, ending.signal))
    const found = (await looked.get(need)) as Answer
    if ('why' in found) lacks.set(need, { ...found, files: new Set(lacks.get(need)?.files).add(file) })
    return found
  }

  const server = createServer({ allowHalfOpen: true }, async (socket) => {
    socket.on('error', () => {})
    socket.end(JSON.stringify(await answer(JSON.parse(await text(socket)))))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  project.provide('machine', (server.address() as AddressInfo).port)
  return () => {
    ending.abort()
    server.close()
    const inOrder = Object.keys(NEEDS).flatMap((need) => lacks.get(need as NeedName) ?? [])
    process.stderr.write(summaryOf(inOrder, process.env.CI === 'true'))
  }
}

async function look(need: NeedName, signal: AbortSignal): Promise<Answer> {
  const { name } = NEEDS[need]
  try {
    return { name, ...(await NEEDS[need].look(signal)) }
  } catch (error) {
    return { name, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
