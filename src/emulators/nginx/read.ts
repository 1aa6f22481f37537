import { formsOf } from '#formats/nginx/directives.ts'
import { type Directive, type NginxProblem, parseNginx } from '#formats/nginx/parse.ts'
import type { Files } from '../files.ts'

/** A directive with the file and line it is in, and what it includes in its place. */
export interface Statement {
  name: string
  args: readonly string[]
  block: readonly Statement[] | undefined
  file: string
  line: number
}

/** What nginx says when it refuses its files. */
export class Refused extends Error {
  /** Its files are well formed; what they ask for cannot be had. */
  readonly isWellFormed: boolean
  constructor(message: string, { isWellFormed = false } = {}) {
    super(message)
    this.isWellFormed = isWellFormed
  }
}

/** Refuses a statement, where it is. */
export const refuse = ({ file, line }: Pick<Statement, 'file' | 'line'>, message: string): Refused =>
  new Refused(`${message} in ${file}:${line}`)

export const MAIN_FILE = '/etc/nginx/nginx.conf'

/** Reads nginx's configuration with all it includes. Throws Refused as nginx would. */
export const readConfiguration = (files: Files): Promise<Statement[]> => readFile(files, MAIN_FILE, 'main')

async function readFile(files: Files, file: string, context: string): Promise<Statement[]> {
  const text = await files.read(file)
  const { directives, problem } = parseNginx(text)
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length
  const statements: Statement[] = []
  for (const directive of directives) statements.push(...(await expand(files, directive, { file, context, lineOf })))
  if (problem) throw new Refused(`${reasonOf(problem, text)} in ${file}:${lineOf(problemEnd(problem, text))}`)
  return statements
}

/** Where nginx stands when it notices. */
const problemEnd = ({ reason, start, end }: NginxProblem, text: string): number => {
  if (reason === 'unclosed-brace' || reason === 'unclosed-quote') return text.length
  if (reason !== 'missing-semicolon') return start
  return text.indexOf('}', end) < 0 ? text.length : text.indexOf('}', end)
}

function reasonOf({ reason, start, end }: NginxProblem, text: string): string {
  if (reason === 'unclosed-brace') return 'unexpected end of file, expecting "}"'
  if (reason === 'extra-brace') return 'unexpected "}"'
  if (reason === 'after-quote') return `unexpected "${text.slice(start, start + 1)}"`
  if (reason === 'missing-semicolon' && text.indexOf('}', end) >= 0) return 'unexpected "}"'
  return 'unexpected end of file, expecting ";" or "}"'
}

interface Around {
  file: string
  context: string
  lineOf(at: number): number
}

async function expand(files: Files, directive: Directive, around: Around): Promise<Statement[]> {
  const { name, args, block } = directive
  const statement = {
    name: name.text,
    args: args.map(({ text }) => text),
    file: around.file,
    line: around.lineOf(block === undefined ? directive.end - 1 : (args.at(-1)?.end ?? name.end)),
    block: undefined,
  }
  if (name.text === 'include') return include(files, statement, around.context)
  checkForm(statement, around.context, block !== undefined)
  if (block === undefined) return [statement]
  const inner = innerContext(name.text, around.context)
  const statements: Statement[] = []
  for (const one of block) statements.push(...(await expandInside(files, one, { ...around, context: inner })))
  return [{ ...statement, block: statements }]
}

/** The entries of a map, the types of mime.types and the like are no directives. */
const expandInside = (files: Files, directive: Directive, around: Around): Promise<Statement[]> | Statement[] =>
  FREE.has(around.context) && directive.name.text !== 'include'
    ? [
        {
          name: directive.name.text,
          args: directive.args.map(({ text }) => text),
          block: undefined,
          file: around.file,
          line: around.lineOf(directive.end - 1),
        },
      ]
    : expand(files, directive, around)

const FREE = new Set(['map', 'types', 'geo', 'split_clients'])

const innerContext = (name: string, context: string): string =>
  name === 'server' && context === 'upstream' ? context : name

function checkForm(statement: Statement, context: string, hasBlock: boolean): void {
  const { name, args } = statement
  const forms = formsOf(name)
  if (!forms) throw refuse(statement, `unknown directive "${name}"`)
  const here = forms.filter(({ contexts }) => contexts.has(context))
  if (here.length === 0) throw refuse(statement, `"${name}" directive is not allowed here`)
  if (!here.some(({ block }) => block === hasBlock))
    throw refuse(
      statement,
      hasBlock ? `directive "${name}" is not terminated by ";"` : `directive "${name}" has no opening "{"`,
    )
  if (!here.some(({ takes }) => takes(args.length)))
    throw refuse(statement, `invalid number of arguments in "${name}" directive`)
}

async function include(files: Files, statement: Statement, context: string): Promise<Statement[]> {
  const [given = ''] = statement.args
  const pattern = given.startsWith('/') ? given : `/etc/nginx/${given}`
  const found = /[*?[]/.test(pattern) ? await matching(files, pattern) : [pattern]
  const statements: Statement[] = []
  for (const file of found) {
    if (!(await files.exists(file))) throw refuse(statement, `open() "${file}" failed (2: No such file or directory)`)
    if (FREE.has(context)) continue
    statements.push(...(await readFile(files, file, context)))
  }
  return statements
}

/** The files of one directory that a pattern names, in order. */
async function matching(files: Files, pattern: string): Promise<string[]> {
  const slash = pattern.lastIndexOf('/')
  const [directory, last] = [pattern.slice(0, slash), pattern.slice(slash + 1)]
  const form = new RegExp(
    `^${last
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')}$`,
  )
  const names = (await files.list(directory, { dangling: true })).filter((path) => path.lastIndexOf('/') === slash)
  return names.filter((path) => form.test(path.slice(slash + 1)) && !path.slice(slash + 1).startsWith('.'))
}
