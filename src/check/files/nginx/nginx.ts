import type { Finding } from '#finding/finding.ts'
import { DIRECTIVE_NAMES, formsOf, NGINX_VERSION } from '#formats/nginx/directives.ts'
import { type Directive, type NginxProblem, parseNginx } from '#formats/nginx/parse.ts'
import { suggest } from '#schema/spelling.ts'
import type { FormatCheck } from '../../rule.ts'
import { nameOf, type PageFile } from '../page-file.ts'
import { fileSyntax } from '../syntax.ts'
import { agreementFindings } from './agreement.ts'
import { fileNginxArguments } from './arguments.ts'
import { fileNginxBlock } from './block.ts'
import { fileNginxContext } from './context.ts'
import { fileNginxDirective } from './directive.ts'

/** An nginx configuration: syntax, directives of nginx, and where they may stand. */
export const nginx: FormatCheck = (file, around) => {
  const { directives, problem } = parseNginx(file.text)
  const syntax = problem ? [syntaxFinding(file, problem)] : []
  const outer = outerContexts(directives)
  return [
    ...syntax,
    ...directives.flatMap((directive) => directiveFindings(file, directive, outer)),
    ...(problem ? [] : agreementFindings(file, directives, around)),
  ]
}

const REASONS: Readonly<Record<NginxProblem['reason'], string>> = {
  'unclosed-brace': 'unexpected end of file, expecting "}"',
  'extra-brace': 'unexpected "}"',
  'missing-semicolon': 'directive is not terminated by ";"',
  'unclosed-quote': 'unexpected end of file, the quote is not closed',
  'after-quote': 'a quoted word goes on after its quote',
}

const syntaxFinding = (file: PageFile, { reason, start, end }: NginxProblem): Finding =>
  fileSyntax.at(file.at(start, end), { file: nameOf(file), format: 'nginx', reason: REASONS[reason] })

type Contexts = readonly string[]

/** A file included into another stands in the other's block: where all it holds may stand. */
function outerContexts(directives: readonly Directive[]): Contexts {
  const candidates = ['main', 'http', 'server', 'location', 'upstream']
  const fits = (context: string) =>
    directives.filter(({ name, block }) =>
      formsOf(name.text)?.some((form) => form.contexts.has(context) && form.block === (block !== undefined)),
    ).length
  const best = Math.max(...candidates.map(fits), 0)
  return candidates.filter((context) => fits(context) === best)
}

/** Blocks whose lines are entries, not directives. */
const TABLES = new Set(['types', 'map', 'geo', 'split_clients', 'charset_map'])
/** Contexts of modules that are loaded at run time and of which nothing is known here. */
const FOREIGN = new Set(['stream', 'mail', 'rtmp'])

function directiveFindings(file: PageFile, directive: Directive, contexts: Contexts): Finding[] {
  const { name, args, block } = directive
  const own = ownFindings(file, directive, contexts)
  const last = args.at(-1) ?? name
  const forms = formsOf(name.text) ?? []
  if (own.length > 0 || FOREIGN.has(name.text) || TABLES.has(name.text)) return own
  const count = forms.some((form) => form.takes(args.length) && form.contexts.size > 0)
    ? []
    : [fileNginxArguments.at(file.at(name.start, last.end), { name: name.text, found: args.length })]
  const inner = name.text === 'if' && contexts[0] === 'location' ? ['if', 'location'] : [name.text]
  return [...count, ...(block ?? []).flatMap((child) => directiveFindings(file, child, inner))]
}

function ownFindings(file: PageFile, { name, block }: Directive, contexts: Contexts): Finding[] {
  const place = file.at(name.start, name.end)
  const forms = formsOf(name.text)
  if (FOREIGN.has(name.text) || name.text.includes('_by_lua')) return []
  if (!forms) {
    const suggestion = suggest(name.text, DIRECTIVE_NAMES)
    return [fileNginxDirective.at(place, { found: name.text, version: NGINX_VERSION, suggestion })]
  }
  const shaped = forms.filter((form) => form.block === (block !== undefined))
  if (shaped.length === 0) return [fileNginxBlock.at(place, { name: name.text, ...(forms[0]?.block ? NEEDS : NONE) })]
  if (name.text === 'include' || contexts.some((context) => shaped.some((form) => form.contexts.has(context))))
    return []
  const expected = [...new Set(shaped.flatMap((form) => [...form.contexts]))].join(', ')
  return [fileNginxContext.at(place, { name: name.text, found: contexts.join(', '), expected })]
}

const NEEDS = { reasonEs: 'lleva un bloque entre llaves', reasonEn: 'takes a block in braces' }
const NONE = { reasonEs: 'acaba en punto y coma, sin bloque', reasonEn: 'ends with a semicolon, without a block' }
