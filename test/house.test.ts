import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { expect, test } from 'vitest'

/** Files of code, each in a folder of the tree. */
const FILES = globSync('{src,test,scripts}/**/*').filter((path) => statSync(path).isFile())
const CODE = new Set(['.ts', '.mjs', '.astro', '.py', '.sh', '.css'])
const code = FILES.filter((path) => CODE.has(extname(path)))

test('no folder of code holds more than 25 files directly', () => {
  const folders = new Set(code.map((path) => dirname(path)))
  expect(folders.size).toBeGreaterThan(100)
  const full = [...folders].map((folder) => {
    const count = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).length
    return { folder, count }
  })
  expect(full.filter(({ count }) => count > 25)).toEqual([])
})

test('no file of code has more than 300 lines', () => {
  const long = code.map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
  expect(long.filter(({ lines }) => lines > 300)).toEqual([])
})

/** Names that mean one thing each, and the one file that declares each. */
const ONE_MEANING = ['Call', 'Machine', 'Rule', 'Invocation', 'Outcome']

test.each(ONE_MEANING)('%s means one thing', (name) => {
  const declares = new RegExp(`^(?:export )?(?:interface|type|class) ${name}\\b`, 'm')
  const files = globSync('src/**/*.ts').filter((file) => declares.test(readFileSync(file, 'utf8')))
  expect(files.length).toBeLessThanOrEqual(1)
})

test('the engine names no system of the knowledge base', () => {
  const systems = readdirSync('runbooks/fixtures', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(systems.length).toBeGreaterThanOrEqual(5)
  const named = FILES.filter((path) => path.startsWith('src/')).flatMap((path) => {
    const text = readFileSync(path, 'utf8').toLowerCase()
    return systems.filter(({ name }) => text.includes(name)).map(({ name }) => `${path}: ${name}`)
  })
  expect(named).toEqual([])
})
