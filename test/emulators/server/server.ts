import { createEmbeddedShell } from '#fixture/embedded/shell.ts'
import type { LoadedSeed } from '#fixture/seed.ts'
import { seedSchema } from '#schema/seed.ts'
import type { Execution } from '#schema/shell.ts'

const HEALTH = {
  paths: { '/health': { get: { responses: { 200: { content: { 'text/plain': { example: 'up ${KEY}' } } } } } } },
}

/** A world with a laptop and one server, on which nothing is installed unless `bare` is false. */
export const serverWorld = ({ bare = true } = {}): LoadedSeed => ({
  seed: seedSchema.parse({
    system: 'shop',
    directory: 'shop',
    cloud: { account: 'operator@example.com', projects: [] },
    machines: [{ name: 'prod', hosts: ['prod.example.com', 'www.example.com'], user: 'deploy', bare }],
    apps: [{ command: 'shop.main:app', openapi: 'shop.yaml', requires: ['KEY'] }],
  }),
  openapi: { 'shop.yaml': HEALTH },
  laptop: { 'shop/README': { text: 'what the page works on\n', executable: false } },
  machines: {},
  services: {},
  situations: {},
  changes: {},
})

export interface TestServer {
  /** Runs a text on the laptop. */
  laptop(text: string): Promise<Execution>
  /** Runs a text as the user of the server. */
  prod(text: string): Promise<Execution>
  close(): Promise<void>
}

export async function testServer(options: { bare?: boolean } = {}): Promise<TestServer> {
  const shell = await createEmbeddedShell({ ...serverWorld(options), inputs: {} })
  const laptop = (text: string) =>
    shell.run({
      text,
      timeoutMs: 100 * 86_400_000,
      signal: new AbortController().signal,
      onOutput: () => {},
      mayFail: true,
    })
  return {
    laptop,
    prod: (text) => laptop(`ssh deploy@prod.example.com '${text.replaceAll("'", "'\\''")}'`),
    close: () => shell.close(),
  }
}
