import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAuthority } from '#emulators/certificates/authority.ts'
import { distrust, isFor, readCertificates } from '#emulators/certificates/certificate.ts'
import { newKey, readKey } from '#emulators/certificates/keys.ts'
import { toPem } from '#emulators/certificates/pem.ts'

test('openssl reads and trusts what the authority signs, and so do we until it expires', async () => {
  const authority = createAuthority(Date.now)
  const key = await newKey()
  const request = { names: ['a.example.com', 'b.example.com'], publicKey: key.publicKey, now: Date.now() }
  const { leaf, chain } = await authority.sign({ ...request, isTrusted: true })
  const roots = await authority.roots()
  const directory = mkdtempSync(join(tmpdir(), 'certificate-'))
  const file = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text)
    return join(directory, name)
  }
  const root = file('root.pem', roots.map(({ bytes }) => toPem('CERTIFICATE', bytes)).join(''))
  const openssl = (...args: string[]) => execFileSync('openssl', args, { encoding: 'utf8' })
  const [leafFile, chainFile] = [file('leaf.pem', leaf), file('chain.pem', chain)]
  expect(openssl('verify', '-CAfile', root, '-untrusted', chainFile, leafFile)).toContain(': OK')
  const names = openssl('x509', '-in', leafFile, '-noout', '-ext', 'subjectAltName')
  expect(names).toContain('DNS:a.example.com, DNS:b.example.com')
  expect(openssl('pkey', '-in', file('key.pem', key.pem), '-pubout')).toBe(
    openssl('x509', '-in', leafFile, '-noout', '-pubkey'),
  )
  rmSync(directory, { recursive: true })

  const both = readCertificates(leaf + chain)
  const now = Date.now()
  expect(await distrust(both, { roots, now })).toBeUndefined()
  expect(await distrust(both, { roots, now: now + 91 * 86_400_000 })).toBe('certificate has expired')
  expect(await distrust(both.slice(0, 1), { roots, now })).toBe('unable to get local issuer certificate')
  expect(both[0] && isFor(both[0], 'b.example.com')).toBe(true)
  expect((await readKey(key.pem))?.publicKey.join()).toBe(both[0]?.publicKey.join())
})

test('what the server for trials signs is not trusted', async () => {
  const authority = createAuthority(Date.now)
  const { publicKey } = await newKey()
  const { leaf, chain } = await authority.sign({
    names: ['a.example.com'],
    publicKey,
    now: Date.now(),
    isTrusted: false,
  })
  expect(await distrust(readCertificates(leaf + chain), { roots: await authority.roots(), now: Date.now() })).toBe(
    'unable to get local issuer certificate',
  )
})
