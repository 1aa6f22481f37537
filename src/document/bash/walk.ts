import type { Assignment, Command, CommandArgument, HereDoc, ParsedScript, Redirection, SyntaxNode, Word } from 'unbash'
import { forEachChild } from 'unbash'
import type {
  BashAssignment,
  BashCommand,
  BashError,
  BashHeredoc,
  BashRedirect,
  BashVariable,
  BashWord,
  Span,
} from './model.ts'
import { bashWord, expandedName, variableName } from './word.ts'
import { namesWritten } from './writes.ts'

interface Facts {
  errors: BashError[]
  commands: BashCommand[]
  reads: BashVariable[]
  writes: BashVariable[]
  functions: string[]
  /** Spans in which `#` starts no comment. */
  covered: Span[]
}

/** Where a node stands. `frame` replaces the spans of what is inside escaped backticks, which have no place of their own. */
interface Context {
  background: boolean
  substituted: boolean
  piped: boolean
  tested: boolean
  inFunction: string | undefined
  frame: Span | undefined
  /** Where the output of a group around it goes: `{ …; } >file`. */
  output: readonly BashRedirect[]
}

const OUTSIDE: Context = {
  background: false,
  substituted: false,
  piped: false,
  tested: false,
  inFunction: undefined,
  frame: undefined,
  output: [],
}

/** Gathers commands and variables from a parsed script, in the order of a walk. */
export function walkScript(script: ParsedScript): Facts {
  const facts: Facts = { errors: [], commands: [], reads: [], writes: [], functions: [], covered: [] }
  visit(script, OUTSIDE, facts)
  return facts
}

function visit(node: SyntaxNode, context: Context, facts: Facts): void {
  record(node, context, facts)
  const inner = { ...context, ...changesOf(node, context) }
  if (node.type === 'Pipeline') visitPipeline(node, inner, facts)
  else if (node.type === 'AndOr')
    visitAll(node.commands, (last) => ({ ...inner, tested: inner.tested || !last }), facts)
  else if (node.type === 'If' || node.type === 'Elif' || node.type === 'While') visitCondition(node, inner, facts)
  else forEachChild(node, (child) => visit(child, inner, facts))
}

/** What a node changes for all that is in it. */
function changesOf(node: SyntaxNode, context: Context): Partial<Context> {
  switch (node.type) {
    case 'Statement':
      return node.background ? { background: true } : {}
    case 'Redirected': {
      const written = node.redirects.filter(({ operator }) => /^(&?>>?|>\|)$/.test(operator))
      return { output: [...written.map((redirect) => redirectOf(redirect, context)), ...context.output] }
    }
    case 'Function':
      return { inFunction: node.name.value, tested: false, piped: false, background: false }
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticCommandExpansion': {
      const escaped = node.script?.source !== undefined
      return {
        substituted: true,
        piped: false,
        background: false,
        output: [],
        ...(escaped && { frame: { start: node.pos, end: node.end } }),
      }
    }
    default:
      return {}
  }
}

function visitPipeline(node: Extract<SyntaxNode, { type: 'Pipeline' }>, context: Context, facts: Facts): void {
  const negated = node.prefixes.some((prefix) => prefix.type === 'Negation')
  const tested = context.tested || negated
  visitAll(node.commands, (last) => ({ ...context, tested, piped: context.piped || !last }), facts)
}

function visitCondition(
  node: Extract<SyntaxNode, { type: 'If' | 'Elif' | 'While' }>,
  context: Context,
  facts: Facts,
): void {
  forEachChild(node, (child) => visit(child, child === node.clause ? { ...context, tested: true } : context, facts))
}

function visitAll(nodes: readonly SyntaxNode[], contextOf: (last: boolean) => Context, facts: Facts): void {
  for (const [index, node] of nodes.entries()) visit(node, contextOf(index === nodes.length - 1), facts)
}

function record(node: SyntaxNode, context: Context, facts: Facts): void {
  const span = context.frame ?? { start: node.pos, end: node.end }
  if (node.type === 'Script') recordErrors(node, context, facts)
  else if (node.type === 'Command') recordCommand(node, context, facts)
  else if (node.type === 'Function') facts.functions.push(node.name.value)
  else if (node.type === 'For' || node.type === 'Select')
    recordWrite(node.name.value, spanOf(node.name, context), facts)
  else if (node.type === 'HereDoc') recordHeredoc(node, context, facts)
  else if (node.type === 'ArithmeticWord') recordArithmetic(node.value, span, facts)
  else if (node.type === 'ArithmeticBinary' && /^(?:[-+*/%&|^]|<<|>>)?=$/.test(node.operator))
    recordTarget(node.left, span, facts)
  else if (node.type === 'ParameterExpansion' || node.type === 'SimpleExpansion') recordRead(node, span, facts)
  if (COVERING.has(node.type)) facts.covered.push(span)
}

const COVERING = new Set<SyntaxNode['type']>([
  'Word',
  'HereDocBody',
  'ArithmeticCommand',
  'ArithmeticFor',
  'Assignment',
])

const spanOf = (node: { pos: number; end: number }, context: Context): Span =>
  context.frame ?? { start: node.pos, end: node.end }

function recordErrors(script: ParsedScript, context: Context, facts: Facts): void {
  for (const { message, pos } of script.errors ?? [])
    facts.errors.push({ message, ...(context.frame ?? { start: pos, end: pos + 1 }) })
}

function recordHeredoc(node: HereDoc, context: Context, facts: Facts): void {
  const span = spanOf(node, context)
  if (node.closing) facts.covered.push(spanOf(node.closing, context))
  else facts.errors.push({ message: `here-document without its end, ${node.delimiter?.value ?? '?'}`, ...span })
}

function recordRead(node: SyntaxNode, span: Span, facts: Facts): void {
  const name = expandedName(node)
  if (!name) return
  const operation = node.type === 'ParameterExpansion' ? node.operation : undefined
  const operator = operation?.type === 'Default' ? operation.operator : undefined
  const guarded = operator !== undefined && !operator.endsWith('?')
  facts.reads.push({ name, guarded, start: span.start, end: span.end })
  if (operator?.endsWith('=')) recordWrite(name, span, facts)
}

function recordArithmetic(text: string, span: Span, facts: Facts): void {
  const name = variableName(text)
  if (name) facts.reads.push({ name, guarded: false, ...span })
}

function recordTarget(target: SyntaxNode, span: Span, facts: Facts): void {
  if (target.type === 'ArithmeticWord') recordWrite(target.value, span, facts)
}

function recordWrite(name: string, span: Span, facts: Facts): void {
  if (variableName(name)) facts.writes.push({ name, guarded: false, ...span })
}

function recordCommand(node: Command, context: Context, facts: Facts): void {
  const { background, substituted, piped, tested, inFunction } = context
  const { start, end } = spanOf(node, context)
  // Fields written out: an object made by spreading takes twice the memory, and there is one for each word of every page.
  const command: BashCommand = {
    start,
    end,
    name: node.name && bashWord(node.name, spanOf(node.name, context)),
    args: node.args.map((argument) => argumentWord(argument, context)),
    assignments: node.prefix.filter((part) => part.type === 'Assignment').map((part) => assignmentOf(part, context)),
    redirects: [...node.redirects.map((redirect) => redirectOf(redirect, context)), ...context.output],
    background,
    substituted,
    piped,
    tested,
    inFunction,
  }
  facts.commands.push(command)
  for (const { name, start, end } of namesWritten(command)) recordWrite(name, { start, end }, facts)
}

function argumentWord(argument: CommandArgument, context: Context): BashWord {
  const span = spanOf(argument, context)
  if (argument.type === 'Word') return bashWord(argument, span)
  const value = argument.value.type === 'Word' ? bashWord(argument.value) : undefined
  return {
    ...span,
    text: argument.text,
    value: value?.value === undefined ? undefined : `${argument.name}=${value.value}`,
    reads: value?.reads ?? [],
    quoted: value?.quoted ?? false,
    pieces: value ? [{ kind: 'text', text: `${argument.name}=` }, ...value.pieces] : [{ kind: 'unknown' }],
    open: false,
  }
}

function assignmentOf(node: Assignment, context: Context): BashAssignment {
  const value = node.value.type === 'Word' ? node.value : undefined
  const span = spanOf(node, context)
  return { ...span, name: node.name, value: value && bashWord(value, spanOf(value, context)) }
}

function redirectOf(redirect: Redirection, context: Context): BashRedirect {
  const target: Word | undefined = redirect.type === 'HereDoc' ? undefined : redirect.target
  return {
    ...spanOf(redirect, context),
    operator: redirect.operator,
    descriptor: redirect.descriptor?.type === 'FileDescriptor' ? redirect.descriptor.value : undefined,
    target: target && bashWord(target, spanOf(target, context)),
    ...(redirect.type === 'HereDoc' && { heredoc: heredocOf(redirect, context) }),
  }
}

const heredocOf = ({ body, delimiter, operator }: HereDoc, context: Context): BashHeredoc => ({
  ...spanOf(body, context),
  text: body.text,
  quoted: delimiter?.quoted ?? false,
  indented: operator === '<<-',
})
