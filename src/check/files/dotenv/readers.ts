import { envFilesOf, servicesOf } from '#formats/compose/model.ts'
import { parseUnit } from '#formats/systemd/parse.ts'
import { plainValue, record } from '#formats/yaml/value.ts'
import { ask, type Call } from '../../page/call.ts'
import type { Around } from '../../rule.ts'
import { type PageFile, plainPath } from '../page-file.ts'
import { yamlOf } from '../yaml/yaml.ts'

/** Programs that read files of variables, each in its own way. */
export type EnvReader = 'bash' | 'compose' | 'container' | 'systemd'

/** The readers a page gives a file of variables to. */
export function readersOf({ path }: PageFile, around: Around): EnvReader[] {
  const found = new Set<EnvReader>()
  const is = (text: string | undefined) => text !== undefined && isSame(text, path)
  for (const call of around.facts.calls) for (const reader of readersIn(call, is)) found.add(reader)
  for (const file of around.files) {
    if (file.format === 'compose' && composeReads(file, is)) found.add('compose')
    if (file.format === 'systemd' && unitReads(file, is)) found.add('systemd')
  }
  return [...found]
}

/** A fence without a name is taken for `.env`; a path with folders for the file of that name. */
function isSame(text: string, path: string | undefined): boolean {
  const plain = plainPath(text)
  if (path === undefined) return /(^|\/)\.env$/.test(plain)
  return plain === plainPath(path) || (plain.startsWith('/') && plain.endsWith(`/${plainPath(path)}`))
}

function readersIn(call: Call, is: (text: string | undefined) => boolean): EnvReader[] {
  if (call.name === 'source' || call.name === '.') return is(call.words[0]?.text) ? ['bash'] : []
  const compose = ask(call, 'compose')
  if (compose) return is('.env') || compose.envFiles.some(({ text }) => is(text)) ? ['compose'] : []
  return ask(call, 'container')?.envFiles.some(({ text }) => is(text)) ? ['container'] : []
}

function composeReads(file: PageFile, is: (text: string | undefined) => boolean): boolean {
  return yamlOf(file).documents.some((document) =>
    servicesOf(record(plainValue(document))).some(([, body]) => envFilesOf(body).some(({ path }) => is(path))),
  )
}

/** A dash before the path: the file may be missing. */
const unitReads = ({ text }: PageFile, is: (text: string | undefined) => boolean): boolean =>
  parseUnit(text).entries.some(({ key, value }) => key === 'EnvironmentFile' && is(value.replace(/^-/, '')))
