import { DockerfileParser } from 'dockerfile-ast'
import { LineCounter, parseAllDocuments } from 'yaml'
import { type FileBlock, type Page, placeIn } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import type { Rule } from '../rule.ts'

/** Files of a page that their own format's parser refuses. */
export const files: Rule = ({ page }) =>
  page.blocks.filter((block) => block.kind === 'file').flatMap((block) => FORMATS[formatOf(block)]?.(page, block) ?? [])

type Format = (page: Page, block: FileBlock) => Finding[]

const FORMATS: Readonly<Record<string, Format>> = { yaml, json, dockerfile }

function formatOf({ path, language }: FileBlock): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/^Dockerfile(\..+)?$|\.dockerfile$/i.test(name)) return 'dockerfile'
  if (/\.ya?ml$/.test(name)) return 'yaml'
  return /\.json$/.test(name) ? 'json' : language.toLowerCase()
}

function yaml(page: Page, block: FileBlock): Finding[] {
  try {
    const documents = parseAllDocuments(block.text, {
      lineCounter: new LineCounter(),
      prettyErrors: false,
      logLevel: 'silent',
    })
    const errors = 'empty' in documents ? [] : documents.flatMap(({ errors }) => errors)
    return errors.slice(0, 1).map(({ message, pos }) => {
      const place = placeIn(page, block, Math.min(pos[0], block.text.length))
      return finding('FILE_SYNTAX', place, {
        file: block.path,
        format: 'YAML',
        reason: message.split('\n')[0] as string,
      })
    })
  } catch {
    // The YAML library recurses: thousands of brackets end its stack.
    return [
      finding('FILE_SYNTAX', placeIn(page, block, 0), {
        file: block.path,
        format: 'YAML',
        reason: 'nested too deeply',
      }),
    ]
  }
}

function json(page: Page, block: FileBlock): Finding[] {
  try {
    JSON.parse(block.text)
    return []
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? block.text.length)
    const reason = message.replace(/ (in JSON )?at position[\s\S]*$/, '')
    return [finding('FILE_SYNTAX', placeIn(page, block, at), { file: block.path, format: 'JSON', reason })]
  }
}

const INSTRUCTIONS = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
]

function dockerfile(page: Page, block: FileBlock): Finding[] {
  const instructions = DockerfileParser.parse(block.text).getInstructions()
  const lines = block.text.split('\n')
  const offsetOf = (line: number, column: number) =>
    lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + column
  const unknown = instructions
    .filter((instruction) => !INSTRUCTIONS.includes(instruction.getKeyword()))
    .map((instruction) => {
      const { start, end } = instruction.getInstructionRange()
      const found = instruction.getInstruction()
      const place = placeIn(page, block, offsetOf(start.line, start.character), offsetOf(end.line, end.character))
      return finding('FILE_DOCKERFILE_INSTRUCTION', place, {
        found,
        suggestion: suggest(found.toUpperCase(), INSTRUCTIONS),
      })
    })
  const first = instructions.find((instruction) => instruction.getKeyword() !== 'ARG')
  const headless =
    first?.getKeyword() === 'FROM' || unknown.length > 0
      ? []
      : [finding('FILE_DOCKERFILE_FROM', block.place, { file: block.path })]
  return [...unknown, ...headless]
}
