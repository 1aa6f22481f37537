import { execForm } from '#formats/dockerfile/exec-form.ts'
import { NotModelled } from '../../model.ts'
import { isListed } from '../accounts.ts'
import { hasDirectory, hasFile, joinPath, treeAt } from '../image-files.ts'
import { BuildFailure } from './build-log.ts'
import { scopeOf } from './draft.ts'
import { globRegex } from './glob.ts'
import type { StageStep } from './stage-step.ts'
import { splitWords } from './words.ts'

type Tree = Readonly<Record<string, string>>

/** COPY and ADD of local files. A remote or archive source of ADD is not modelled. */
export async function copyFiles(at: StageStep): Promise<void> {
  const { draft, instruction } = at
  const words = execForm(instruction.joined) ?? splitWords(instruction.joined, scopeOf(draft))
  const sources = words.slice(0, -1)
  const target = words.at(-1) ?? ''
  if (instruction.joined.startsWith('<<') || sources.some((source) => /^https?:|\.git$|\.tar(\.\w+)?$/.test(source)))
    throw new NotModelled(`${instruction.keyword} ${sources.join(' ')}: only plain files can be copied here`)
  checkOwner(at)
  const from = instruction.flags.find(({ name }) => name === 'from')?.value
  const tree = from === undefined ? at.context : await at.filesOf(from)
  const paths = sources.flatMap((source) => matching(at, { tree, source, fromStage: from !== undefined }))
  place(at, { tree, paths, target })
  at.log.step(at.step)
}

/** Existing paths a source stands for. */
function matching(at: StageStep, of: { tree: Tree; source: string; fromStage: boolean }): string[] {
  const path = joinPath('/', of.source)
  if (/[*?[]/.test(path)) {
    const regex = globRegex(path)
    const found = [...new Set(Object.keys(of.tree).map((file) => ancestorMatching(file, regex)))]
    const existing = found.filter((match) => match !== undefined)
    if (existing.length > 0) return existing
  }
  const isRoot = path === '/' && !of.fromStage
  if (isRoot || hasFile(of.tree, path) || hasDirectory(of.tree, path)) return [path]
  throw notFound(at, path)
}

function ancestorMatching(file: string, regex: RegExp): string | undefined {
  const parts = file.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).find((path) => regex.test(path))
}

function notFound(at: StageStep, path: string): BuildFailure {
  const { step, instruction } = at
  const message = `failed to compute cache key: failed to calculate checksum of ref ${CHECKSUM_REF}: "${path}": not found`
  return new BuildFailure(message, { step, instruction })
}

/** BuildKit names a random reference here; it carries no meaning. */
const CHECKSUM_REF = 'k3wx9q1nd7v0c5m2b8r6t4z1y::p0s9d8f7g6h5j4k3l2m1n0b9v'

function place(at: StageStep, copied: { tree: Tree; paths: readonly string[]; target: string }): void {
  const { draft } = at
  const target = joinPath(draft.directory, copied.target)
  const isDirectory = /(^|\/)\.{0,2}$/.test(copied.target) || hasDirectory(draft.files, target)
  if (copied.paths.length > 1 && !isDirectory && !copied.target.endsWith('/'))
    throw new BuildFailure(
      `dockerfile parse error on line ${at.instruction.lines[0]}: When using COPY with more than one source file, the destination must be a directory and end with a /`,
      { instruction: at.instruction },
    )
  for (const path of copied.paths) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const into = hasFile(copied.tree, path) && isDirectory ? joinPath(target, name) : target
    if (!hasFile(copied.tree, path) && !hasDirectory(draft.files, into)) draft.files[`${into}/`] = ''
    for (const [rest, text] of treeAt(copied.tree, path)) {
      const file = `${into === '/' && rest.startsWith('/') ? '' : into}${rest}`
      draft.files[file] = text
      draft.bytes += text.length
    }
  }
}

/** `--chown` names must exist in the image. */
function checkOwner(at: StageStep): void {
  const owner = at.instruction.flags.find(({ name }) => name === 'chown')?.value
  if (owner === undefined) return
  const [user = '', group] = splitWords(owner, scopeOf(at.draft))[0]?.split(':') ?? []
  for (const [name, file, kind] of [
    [user, '/etc/passwd', 'user'],
    [group, '/etc/group', 'group'],
  ] as const) {
    if (name === undefined || name === '' || /^\d+$/.test(name) || isListed(at.draft.files[file], name)) continue
    const message = `unable to convert uid/gid chown string to host mapping: can't find ${kind === 'user' ? 'uid' : 'gid'} for ${kind} ${name}: no such ${kind}: ${name}`
    throw new BuildFailure(message, { step: at.step, instruction: at.instruction })
  }
}
