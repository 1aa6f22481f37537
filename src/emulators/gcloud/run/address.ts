import { hashOf } from '../names.ts'
import type { Project } from '../state.ts'
import type { RunService } from './service-state.ts'

type Named = Pick<RunService, 'name' | 'region'>

/** `https://SERVICE-NUMBER.REGION.run.app`: the same in every run. */
export const serviceUrl = (project: Project, service: Named): string => `https://${serviceHost(project, service)}`

/** Host of a service. */
export const serviceHost = (project: Project, { name, region }: Named): string =>
  `${name}-${project.number}.${region}.run.app`

/** `https://TAG---SERVICE-HASH-REGIONCODE.a.run.app`. */
export const tagUrl = (project: Project, service: Named, tag: string): string =>
  `https://${tagHost(project, service, tag)}`

/** Host of a tagged revision. */
export const tagHost = (project: Project, service: Named, tag: string): string =>
  `${tag}---${hashedHost(project, service)}`

/** The older address of a service, which still answers. */
export const hashedHost = (project: Project, { name, region }: Named): string =>
  `${name}-${hashOf(project.number, 10)}-${regionCode(region)}.a.run.app`

/** `ew` for europe-west1, `uc` for us-central1, as Google shortens them. */
const regionCode = (region: string): string => {
  const [continent, place] = region.split('-') as [string, string]
  const digit = /\d+$/.exec(place)?.[0] ?? ''
  return `${continent[0]}${place[0]}${digit === '1' ? '' : digit}`
}
