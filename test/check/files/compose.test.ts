import { expect, test } from 'vitest'
import { fence, found } from '../page.ts'
import { COMPOSE_CORPUS } from './compose-corpus.ts'

test.each(Object.entries(COMPOSE_CORPUS))('Compose: %s', (_, { text, findings }) => {
  expect(found(fence('yaml file=compose.yaml', text))).toEqual(findings)
})

test('a thousand services in a row are no circle, and closed they are', () => {
  const row = (last: string) => {
    const services = Array.from({ length: 1000 }, (_, at) => `  s${at}: { image: a:1, depends_on: [s${at + 1}] }`)
    return found(fence('yaml file=compose.yaml', ['services:', ...services, `  s1000: ${last}`].join('\n')))
  }
  expect(row('{ image: a:1 }')).toEqual([])
  expect(row('{ image: a:1, depends_on: [s0] }')).toEqual(['3:21 FILE_COMPOSE_CIRCLE'])
})

test('a piece of a file is held to its values, and not to what the rest may declare', () => {
  const piece = (line: string) => found(fence('yaml', `services:\n  api:\n    image: a:1\n    ${line}`))
  expect(piece('network_mode: service:db')).toEqual([])
  expect(piece('mem_limit: 512QB')).toEqual(['5:16 FILE_COMPOSE_VALUE'])
})

test('a file whose name does not say so is one by what it holds, laid over another', () => {
  const laid = (line: string) => found(fence('yaml file=laid-over.yaml', `services:\n  api:\n    ${line}`))
  expect(laid('depends_on: [db]')).toEqual([])
  expect(laid('port: ["80:80"]')).toEqual(['4:5 FILE_COMPOSE_KEY'])
  expect(found(fence('yaml file=other.yaml', 'services: []\nother: 1'))).toEqual([])
})
