import { execForm } from '#formats/dockerfile/exec-form.ts'
import { NotModelled } from '../../model.ts'
import { hasDirectory, joinPath } from '../image-files.ts'
import { BuildFailure } from './build-log.ts'
import { copyFiles } from './copy.ts'
import { type Draft, scopeOf } from './draft.ts'
import { parseHealthcheck } from './healthcheck.ts'
import { runInstruction } from './run.ts'
import type { StageStep } from './stage-step.ts'
import { substitute } from './substitute.ts'
import { splitWords } from './words.ts'

/** Applies an instruction to its stage's draft. */
export async function applyInstruction(at: StageStep): Promise<void> {
  const apply = APPLY[at.instruction.keyword]
  if (!apply) throw new NotModelled(`Dockerfile instruction ${at.instruction.keyword}`)
  await apply(at)
}

const APPLY: Readonly<Record<string, (at: StageStep) => void | Promise<void>>> = {
  ARG: ({ draft, instruction, argValues }) => {
    for (const [name, value] of pairs(instruction.joined, scopeOf(draft))) setArg(draft, name, argValues[name] ?? value)
  },
  ENV: ({ draft, instruction }) => {
    for (const [name, value] of pairs(instruction.joined, scopeOf(draft))) draft.env[name] = value ?? ''
  },
  LABEL: ({ draft, instruction }) => {
    const labels = pairs(instruction.joined, scopeOf(draft)).map(([name, value]) => [name, value ?? ''])
    draft.labels = { ...draft.labels, ...Object.fromEntries(labels) }
  },
  WORKDIR: ({ draft, instruction, log, step }) => {
    draft.directory = joinPath(draft.directory, unquoted(substitute(instruction.joined, scopeOf(draft))))
    if (!hasDirectory(draft.files, draft.directory)) draft.files[`${draft.directory}/`] = ''
    log.step(step)
  },
  USER: ({ draft, instruction }) => {
    draft.user = substitute(instruction.joined, scopeOf(draft))
  },
  EXPOSE: (at) => {
    const words = splitWords(at.instruction.joined, scopeOf(at.draft))
    at.draft.ports = [...new Set([...at.draft.ports, ...words.map((word) => exposedPort(at, word))])]
  },
  CMD: ({ draft, instruction }) => {
    draft.command = execForm(instruction.joined) ?? [...draft.shell, instruction.joined]
  },
  ENTRYPOINT: ({ draft, instruction }) => {
    draft.entrypoint = execForm(instruction.joined) ?? [...draft.shell, instruction.joined]
    draft.command = []
  },
  HEALTHCHECK: ({ draft, instruction }) => {
    draft.healthcheck = parseHealthcheck(instruction)
  },
  SHELL: ({ draft, instruction }) => {
    draft.shell = execForm(instruction.joined) ?? draft.shell
  },
  VOLUME: ({ draft, instruction }) => {
    for (const path of execForm(instruction.joined) ?? splitWords(instruction.joined, scopeOf(draft)))
      draft.files[`${joinPath('/', path)}/`] ??= ''
  },
  MAINTAINER: () => {},
  STOPSIGNAL: () => {},
  COPY: copyFiles,
  ADD: copyFiles,
  RUN: runInstruction,
}

function setArg(draft: Draft, name: string, value: string | undefined): void {
  if (value !== undefined) draft.args[name] = value
}

function exposedPort(at: StageStep, word: string): number {
  const port = /^(\d+)(?:\/(?:tcp|udp))?$/.exec(word)?.[1]
  if (port !== undefined && Number(port) <= 65_535) return Number(port)
  throw new BuildFailure(`invalid containerPort: ${word}`, { instruction: at.instruction })
}

/** `NAME=value …`, and the old `NAME value` form. */
function pairs(text: string, scope: Readonly<Record<string, string>>): [string, string | undefined][] {
  const words = splitWords(text, scope)
  const [first = '', ...rest] = words
  if (!first.includes('=') && rest.length > 0) return [[first, rest.join(' ')]]
  return words.map((word) => {
    const equals = word.indexOf('=')
    return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)]
  })
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2')
