import { expect, test } from 'vitest'
import { NotModelled } from '#emulators/model.ts'
import { listenForServices } from '#emulators/network/services.ts'
import { createWorld } from '#emulators/world.ts'
import { seedSchema } from '#schema/seed.ts'

const DOCUMENT = {
  paths: { '/': { get: { responses: { 200: { content: { 'text/plain': { example: 'I am ${NAME}' } } } } } } },
}

const SEED = seedSchema.parse({
  system: 'shop',
  directory: 'shop',
  cloud: { account: 'operator@example.com', projects: [] },
  services: [
    { host: 'api.example.com', openapi: 'api.yaml', program: 'api.py', environment: { NAME: 'the API' } },
    {
      host: 'agent.example.com',
      port: 8003,
      openapi: 'api.yaml',
      program: 'api.py',
      environment: { NAME: 'an agent' },
    },
  ],
})

const world = createWorld({ seed: SEED, openapi: { 'api.yaml': DOCUMENT }, clock: { now: () => 0, advance: () => {} } })
listenForServices(world)

const fetchText = async (address: string) => {
  const answer = await world.network.fetch({ method: 'GET', url: new URL(address), headers: {}, body: '' })
  return typeof answer === 'string' ? answer : answer.body
}

test.each([
  ['https://api.example.com/', 'I am the API'],
  ['http://agent.example.com:8003/', 'I am an agent'],
  ['http://api.example.com/', 'refused'],
  ['http://agent.example.com/', 'refused'],
  ['https://other.example.com/', 'unknown-host'],
])('%s answers %s', async (address, answer) => {
  expect(await fetchText(address)).toBe(answer)
})

test('TLS where there is none is not modelled', async () => {
  await expect(fetchText('https://agent.example.com:8003/')).rejects.toThrow(NotModelled)
})
