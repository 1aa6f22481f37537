import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'
import { TOOL_NAMES } from '#tools/load.ts'

/** What bash runs itself: files about bash may name these. */
const BUILTINS = new Set(
  `. : [ alias bg break builtin cd command continue declare dirs disown echo enable eval exec exit export false fc fg
  getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return
  set shift shopt source suspend test times trap true type typeset ulimit umask unalias unset wait time`.split(/\s+/),
)

/** Words the checks have for other things: kinds of blocks, keys, types of parameters, programs of that name aside. */
const WORDS = new Set(
  'code file host hostname http id install ip java locale login mount service timeout w yes'.split(' '),
)

/** Programs, without what bash runs itself. */
const NAMES = new Set([...TOOL_NAMES, ...KNOWN_PROGRAMS].filter((name) => !BUILTINS.has(name) && !WORDS.has(name)))

/** A program that a file of the checks names in a string or a pattern. */
export interface Naming {
  file: string
  line: number
  name: string
  literal: string
}

/** Every program that a file of the checks names, but for imports, comments and what is written for readers. */
export const namings = (files: Readonly<Record<string, string>> = checks()): Naming[] =>
  Object.entries(files).flatMap(([file, text]) => namingsIn(file, text))

const checks = () => Object.fromEntries(globSync('src/check/**/*.ts').map((file) => [file, readFileSync(file, 'utf8')]))

function namingsIn(file: string, text: string): Naming[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Naming[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || isForReaders(node)) return
    const literal = textOf(node)
    const name = literal === undefined ? undefined : programIn(literal, ts.isRegularExpressionLiteral(node))
    if (literal !== undefined && name !== undefined)
      found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, name, literal })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A finding's definition, and texts in both languages. */
const isForReaders = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) && node.expression.getText() === 'defineFinding') ||
  (ts.isPropertyAssignment(node) && /^(es|en)$/.test(node.name.getText()))

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    return node.text
  return ts.isRegularExpressionLiteral(node) ? node.text : undefined
}

/** In a string, a word; in a pattern, what stands alone between anchors, bars and brackets, but for endings of files. */
function programIn(text: string, isPattern: boolean): string | undefined {
  const words = isPattern
    ? [
        ...text
          .replaceAll(/\\\.\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '')
          .matchAll(/(?<=[\^(|/])([a-z][\w-]*)(?=[$)|/?]|\\s|\\b|\(-)/g),
      ].map(([, word = '']) => word)
    : text.split(/\s+/)
  return words.find((word) => NAMES.has(word))
}
