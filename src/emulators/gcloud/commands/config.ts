import { suggest } from '#schema/spelling.ts'
import { NotModelled } from '../../model.ts'
import type { CloudCommands } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'

const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  artifacts: ['location', 'repository'],
  auth: ['impersonate_service_account'],
  builds: ['region', 'timeout'],
  compute: ['region', 'zone'],
  core: ['account', 'disable_prompts', 'project', 'verbosity', 'disable_usage_reporting'],
  eventarc: ['location'],
  run: ['region', 'platform'],
}

/** A property's full name. Fails as gcloud does for one it does not have. */
const propertyName = (text: string): string => {
  const [section, name] = (text.includes('/') ? text.split('/') : ['core', text]) as [string, string]
  const names = PROPERTIES[section]
  if (names?.includes(name)) return `${section}/${name}`
  if (names === undefined && suggest(section, Object.keys(PROPERTIES)) === undefined)
    throw new NotModelled(`the property ${text}`)
  if (names === undefined) throw new GcloudFailure(`Section "${section}" does not exist.`)
  if (suggest(name, names) === undefined && section !== 'core') throw new NotModelled(`the property ${text}`)
  throw new GcloudFailure(`Section [${section}] has no property [${name}].`)
}

const set = (invocation: GcloudInvocation): Reply => {
  const name = propertyName(invocation.argument('SECTION/PROPERTY'))
  const value = invocation.argument('VALUE')
  const same = invocation.cloud.properties.get(name) === value
  invocation.cloud.properties.set(name, value)
  invocation.effect(same ? 'read' : 'update', 'config.property', name)
  return { stderr: `${warning(invocation, name, value)}Updated property [${name}].\n` }
}

const warning = ({ cloud }: GcloudInvocation, name: string, value: string): string =>
  name === 'core/project' && !cloud.projects.has(value)
    ? `WARNING: You do not appear to have access to project [${value}] or it does not exist.\nAre you sure you wish to set property [core/project] to ${value}?\n\nDo you want to continue (Y/n)?  \n`
    : ''

const get = (invocation: GcloudInvocation): Reply => {
  const name = propertyName(invocation.argument('SECTION/PROPERTY'))
  const value = invocation.property(name)
  invocation.effect('read', 'config.property', name)
  return value === undefined ? { stderr: '(unset)\n' } : { stdout: `${value}\n` }
}

const unset = (invocation: GcloudInvocation): Reply => {
  const name = propertyName(invocation.argument('SECTION/PROPERTY'))
  invocation.effect(invocation.cloud.properties.delete(name) ? 'update' : 'read', 'config.property', name)
  return { stderr: `Unset property [${name}].\n` }
}

const list = (invocation: GcloudInvocation): Reply => {
  invocation.effect('read', 'config.property', 'all')
  const propertyOf = (section: string, name: string) => invocation.property(`${section}/${name}`)
  const given = Object.entries(PROPERTIES)
    .map(([section, names]) => [section, names.filter((name) => propertyOf(section, name) !== undefined)] as const)
    .filter(([, names]) => names.length > 0)
  const resources = Object.fromEntries(
    given.map(([section, names]) => [
      section,
      Object.fromEntries(names.map((name) => [name, propertyOf(section, name) ?? ''])),
    ]),
  )
  const active = 'Your active configuration is: [default]\n'
  if (invocation.has('--format')) return { resources, stderr: active }
  const sections = given.map(([section, names]) =>
    [`[${section}]`, ...names.map((name) => `${name} = ${propertyOf(section, name)}`)].join('\n'),
  )
  return { stdout: `${sections.join('\n')}\n`, stderr: `\n${active}` }
}

/** `gcloud config`. */
export const CONFIG_COMMANDS: CloudCommands = {
  'config set': { flags: [], run: set },
  'config get': { flags: [], run: get },
  'config get-value': { flags: [], run: get },
  'config unset': { flags: [], run: unset },
  'config list': { flags: [], run: list },
}
