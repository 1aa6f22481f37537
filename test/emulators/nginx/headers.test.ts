import { expect, test } from 'vitest'
import { createNetwork } from '#emulators/network/network.ts'
import { readSites } from '#emulators/nginx/site.ts'
import { createWebServer } from '#emulators/nginx/web-server.ts'

const SITE = `server {
  listen 80;
  location = /plain { proxy_pass http://127.0.0.1:8000; }
  location / {
    proxy_pass http://127.0.0.1:8000;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Host $host;
    proxy_set_header Connection "";
  }
}`

test('what a location sets reaches the server behind it', async () => {
  const network = createNetwork()
  const server = createWebServer(network)
  const sites = readSites(SITE)
  if (typeof sites === 'string') throw new Error(sites)
  server.sites = sites
  network.listen('127.0.0.1:8000', async ({ headers }) => ({ status: 200, headers: {}, body: JSON.stringify(headers) }))
  const ask = async (path: string) => {
    const answer = await network.fetch({ method: 'GET', url: new URL(path, 'http://localhost'), headers: {}, body: '' })
    return typeof answer === 'string' ? answer : JSON.parse(answer.body)
  }
  expect(await ask('/')).toEqual({ 'x-forwarded-for': '10.99.0.2', 'x-host': 'localhost' })
  expect(await ask('/plain')).toEqual({})
})
