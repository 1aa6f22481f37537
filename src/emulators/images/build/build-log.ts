import type { DockerInstruction } from '#formats/dockerfile/read.ts'

/** What stops a build, with what BuildKit shows about it. */
export class BuildFailure extends Error {
  /** The step shown in the excerpt, and lines it printed. */
  readonly step: string | undefined
  readonly output: readonly string[]
  readonly instruction: Pick<DockerInstruction, 'lines'> | undefined
  constructor(
    message: string,
    at: { step?: string; output?: readonly string[]; instruction?: Pick<DockerInstruction, 'lines'> } = {},
  ) {
    super(message)
    this.step = at.step
    this.output = at.output ?? []
    this.instruction = at.instruction
  }
}

/** Progress of a build as `--progress=plain` prints it. */
export class BuildLog {
  readonly #lines: string[] = ['#0 building with "default" instance using docker driver', '']
  #count = 0
  readonly #loaded = new Set<string>()

  /** A finished step and what it printed. */
  step(title: string, output: readonly string[] = []): void {
    const number = this.#begin(title)
    for (const line of output) this.#lines.push(`#${number} 0.1 ${line}`)
    this.#lines.push(`#${number} DONE 0.1s`, '')
  }

  /** A step that several stages share is told once. */
  once(title: string): void {
    if (!this.#loaded.has(title)) this.step(title)
    this.#loaded.add(title)
  }

  failed(failure: BuildFailure, dockerfile: { name: string; text: string }): string {
    if (failure.step !== undefined) this.#excerpt(failure, failure.step)
    const lines = failure.instruction ? sourceExcerpt(dockerfile, failure.instruction) : []
    return [...this.#lines, ...lines, `ERROR: failed to solve: ${failure.message}`, ''].join('\n')
  }

  toString(): string {
    return this.#lines.join('\n')
  }

  #begin(title: string): number {
    this.#count += 1
    this.#lines.push(`#${this.#count} ${title}`)
    return this.#count
  }

  #excerpt(failure: BuildFailure, step: string): void {
    const number = this.#begin(step)
    const output = failure.output.map((line) => `0.1 ${line}`)
    this.#lines.push(...output.map((line) => `#${number} ${line}`), `#${number} ERROR: ${failure.message}`)
    this.#lines.push('------', ` > ${step}:`, ...output, '------')
  }
}

/** The lines around an instruction as BuildKit shows them. */
function sourceExcerpt(
  file: { name: string; text: string },
  { lines: [from, to] }: Pick<DockerInstruction, 'lines'>,
): string[] {
  const rule = '--------------------'
  const lines = file.text.split(/\r?\n/)
  const last = Math.min(lines.length - (lines.at(-1) === '' ? 1 : 0), to + 2)
  const shown: string[] = []
  for (let line = Math.max(1, from - 2); line <= last; line++) {
    const mark = line >= from && line <= to ? '>>> ' : '    '
    shown.push(`${String(line).padStart(4)} | ${mark}${lines[line - 1] ?? ''}`)
  }
  return [`${file.name}:${from}`, rule, ...shown, rule]
}
