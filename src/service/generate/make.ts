import { hashOf } from '../model/read.ts'
import { deploymentManifest, serviceFiles } from './files.ts'
import { pagesOf, runbookOf } from './page/page.ts'
import type { MadeFile, Service } from './service.ts'
import { worldFiles } from './world.ts'

/** All that is made of a service: its own files, and those of the knowledge base, with the paths each has there. */
export interface Made {
  service: readonly MadeFile[]
  knowledge: readonly MadeFile[]
}

/** File of a service that says what was made. */
export const RECORD = 'deployment_manifest.json'

/** Makes a service, its pages and its world. Pure. */
export function makeService(service: Service, template: readonly MadeFile[]): Made {
  const knowledge = [
    { path: `content/docs/runbooks/${service.id}.md`, text: pagesOf(service).es },
    { path: `content/docs/en/runbooks/${service.id}.md`, text: pagesOf(service).en },
    ...worldFiles(service).map(({ path, text }) => ({ path: `runbooks/fixtures/${service.id}/${path}`, text })),
  ]
  const files = serviceFiles(service, template, runbookOf(service))
  const hashes = Object.fromEntries([...files, ...knowledge].map(({ path, text }) => [path, hashOf(text)]))
  return { service: [...files, { path: RECORD, text: deploymentManifest(service, hashes) }], knowledge }
}
