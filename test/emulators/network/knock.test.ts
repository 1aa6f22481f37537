import { expect, test } from 'vitest'
import { createNetwork } from '#emulators/network/network.ts'

const answer = async () => ({ status: 200, headers: {}, body: '' })

test('a host that is known by its name alone opens the ports of the web, and no other', () => {
  const network = createNetwork()
  network.listen('hub.example.com', answer)
  network.listen('api.example.com:8443', answer)
  const met = (host: string, ...ports: readonly number[]) => ports.map((port) => network.knock(host, port))
  expect(met('hub.example.com', 80, 443, 444)).toEqual(['open', 'open', 'refused'])
  expect(met('api.example.com', 8443, 443)).toEqual(['open', 'refused'])
  expect(met('other.example.com', 443)).toEqual(['unknown-host'])
})
