import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from './server.ts'

/** What ufw 0.36.2 said on Debian, one after another, while it was off: recorded. */
const RECORDED: readonly (readonly [line: string, said: string, exitCode: number])[] = [
  ['ufw status', 'Status: inactive\n', 0],
  ['ufw allow 80/tcp', 'Rules updated\nRules updated (v6)\n', 0],
  ['ufw allow 80/tcp', 'Skipping adding existing rule\nSkipping adding existing rule (v6)\n', 0],
  ['ufw allow Foo', "ERROR: Could not find a profile matching 'Foo'\n", 1],
  ['ufw allow 99999', 'ERROR: Bad port\n', 1],
  ['ufw allow 80,443', "ERROR: Must specify 'tcp' or 'udp' with multiple ports\n", 1],
  ['ufw allow 80,443/tcp', 'Rules updated\nRules updated (v6)\n', 0],
  ['ufw deny from 1.2.3.4', 'Rules updated\n', 0],
  ['ufw allow from 10.0.0.0/8 to any port 22 proto tcp', 'Rules updated\n', 0],
  ['ufw delete allow 443', 'Could not delete non-existent rule\nCould not delete non-existent rule (v6)\n', 0],
  ['ufw delete allow 80/tcp', 'Rules updated\nRules updated (v6)\n', 0],
  [
    'ufw default deny incoming',
    "Default incoming policy changed to 'deny'\n(be sure to update your rules accordingly)\n",
    0,
  ],
  ['ufw limit ssh', 'Rules updated\nRules updated (v6)\n', 0],
  ['ufw allow from 300.1.1.1', 'ERROR: Bad source address\n', 1],
  ['ufw logging on', 'Logging enabled\n', 0],
]

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await server.prod('sudo apt-get update && sudo apt-get install --yes ufw nginx docker.io')
})
afterAll(() => server.close())

test.each(RECORDED)('%s', async (line, said, exitCode) => {
  const done = await server.prod(`sudo ${line}`)
  expect({ said: done.stdout + done.stderr, exitCode: done.exitCode }).toEqual({ said, exitCode })
})

test('lets in what it names alone; whoever locks SSH out is locked out', async () => {
  await server.prod('sudo ufw --force reset; sudo ufw allow OpenSSH && sudo ufw --force enable')
  expect(await server.laptop('curl -sS --max-time 3 http://prod.example.com/')).toMatchObject({ exitCode: 28 })
  expect(await server.prod('curl -sS -o /dev/null http://localhost/')).toMatchObject({ exitCode: 0 })
  expect((await server.prod('sudo ufw allow 80/tcp')).stdout).toBe('Rule added\nRule added (v6)\n')
  expect(await server.laptop('curl -sS -o /dev/null http://prod.example.com/')).toMatchObject({ exitCode: 0 })
  await server.prod('sudo ufw delete allow OpenSSH')
  expect(await server.prod('true')).toMatchObject({
    exitCode: 255,
    stderr: 'ssh: connect to host prod.example.com port 22: Connection timed out\n',
  })
})
