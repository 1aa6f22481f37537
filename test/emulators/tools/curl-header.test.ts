import { expect, test } from 'vitest'
import { laptop } from '../laptop.ts'

/** What a server gets of the headers that curl is given. */
async function headersOf(args: readonly string[], options: { stdin?: string } = {}) {
  const { world, run } = laptop({ 'headers.txt': 'X-One: 1\nX-Two: 2\n' })
  world.network.listen('api.example.com:80', async ({ headers }) => {
    const own = Object.entries(headers).filter(([name]) => name.startsWith('X-'))
    return { status: 200, headers: {}, body: own.map((one) => one.join('=')).join(' ') }
  })
  return run(['curl', '-sS', ...args, 'http://api.example.com/'], options)
}

test('--header takes a line, a file of them, or the standard input', async () => {
  expect((await headersOf(['--header', 'X-One: 1', '-H', 'X-Two: 2'])).stdout).toBe('X-One=1 X-Two=2')
  expect((await headersOf(['--header', '@headers.txt'])).stdout).toBe('X-One=1 X-Two=2')
  expect((await headersOf(['--header', '@-'], { stdin: 'X-Key: k\n' })).stdout).toBe('X-Key=k')
})

test('a file that is not there is an error', async () => {
  expect(await headersOf(['--header', '@none'])).toMatchObject({ exitCode: 2 })
})
