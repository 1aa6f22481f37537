import type { Finding } from '#finding/finding.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { DockerStage } from '#formats/dockerfile/stage.ts'
import { ignoreFilesOf, readDockerignore } from '#formats/dockerignore/read.ts'
import { suggest } from '#schema/spelling.ts'
import type { Around } from '../../rule.ts'
import { type PageFile, plainPath } from '../page-file.ts'
import { presentFiles } from '../present.ts'
import { fileCopyIgnored } from './copy-ignored.ts'
import { fileCopySource } from './copy-source.ts'
import { stageFinding } from './stage.ts'

/** What COPY and ADD take: stages that exist, files the context has. */
export function copyFindings(file: PageFile, stages: readonly DockerStage[], around: Around): Finding[] {
  const names = stages.flatMap(({ name }) => name ?? [])
  return stages.flatMap(({ instructions }, index) =>
    instructions
      .filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD')
      .flatMap((instruction) => {
        const from = instruction.flags.find(({ name }) => name === 'from')
        if (!from) return sourceFindings(file, instruction, around)
        return stageFinding(file, from, { names, index })
      }),
  )
}

function sourceFindings(file: PageFile, { args, raw }: DockerInstruction, around: Around): Finding[] {
  const present = presentFiles(around)
  if (!present || !file.whole || (file.path ?? '').includes('/') || /<<|^\s*\[/.test(raw)) return []
  const { excludes } = readDockerignore(ignoreText(file))
  return args.slice(0, -1).flatMap(({ text, start, end }) => {
    const path = plainPath(text).replace(/\/$/, '')
    if (path === '' || path === '.' || /[*?[\]$"']|:\/\//.test(text) || text.startsWith('/')) return []
    if (!present.has(path)) {
      const suggestion = suggest(path, present)
      return [fileCopySource.at(file.at(start, end), { found: text, suggestion })]
    }
    const taken = [...present].filter((one) => one === path || one.startsWith(`${path}/`))
    if (!taken.every(excludes)) return []
    return [fileCopyIgnored.at(file.at(start, end), { found: text })]
  })
}

/** The page's `.dockerignore` for a Dockerfile. */
function ignoreText({ page, path = 'Dockerfile' }: PageFile): string {
  const shown = page.blocks.filter((block) => block.kind === 'file')
  const [text = ''] = ignoreFilesOf(plainPath(path)).flatMap(
    (name) => shown.find((block) => plainPath(block.path) === name)?.text ?? [],
  )
  return text
}
