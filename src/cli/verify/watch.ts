import { watch as watchFiles } from 'node:fs'
import { reportFinding } from '#catalogue/catalogue.ts'
import { EXIT } from '#finding/error.ts'
import { evidenceRuns } from '#knowledge/evidence/file.ts'
import { recordedOnDisk } from '#knowledge/evidence/recorded-on-disk.ts'
import { CONTENT, inRoot, RUNBOOKS } from '#knowledge/paths.ts'
import { openKnowledge } from '#knowledge/pipeline/pipeline.ts'
import { renderFindings } from '#report/findings.ts'
import { renderLsp } from '#report/lsp.ts'
import { markOf } from '#report/style.ts'
import type { FindingReport } from '#schema/finding.ts'
import { createLinesOf, uriOf } from '../terminal/reports.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { VerifyOptions } from './options.ts'

/** Changes that come within this time are one: editors write a file in several moves. */
const SETTLE_MS = 25

/**
 * `pnpm verify --watch`: what can be found without running, after every save, until interrupted. Text on
 * a cleared screen or, with `--report lsp`, diagnostics a line a file. Resolves to the exit status.
 */
export async function watch({ reports }: VerifyOptions, terminal: Terminal): Promise<number> {
  const show = reports.some(({ format }) => format === 'lsp') ? diagnostics(terminal) : screen(terminal)
  const changes = watchChanges(terminal.signal)
  const knowledge = await openKnowledge()
  for (let since = performance.now(); ; since = performance.now()) {
    const { locale } = terminal
    const { findings, outlines } = await knowledge.check()
    const recorded = await recordedOnDisk(outlines, { runs: evidenceRuns(), locale })
    show([...findings.map((one) => reportFinding(one, locale)), ...recorded], performance.now() - since)
    const files = await changes.next()
    if (!files) return EXIT.interrupted
    since = performance.now()
    await knowledge.update(files)
  }
}

type Show = (findings: readonly FindingReport[], milliseconds: number) => void

function screen({ out, words }: Terminal): Show {
  return (findings, milliseconds) => {
    const errors = findings.filter(({ severity }) => severity === 'error').length
    const mark = markOf(errors > 0 ? 'failed' : 'passed', out.paint)
    const counts = `${errors} ${words.error}, ${findings.length - errors} ${words.warning}`
    const parts = [
      ...(findings.length > 0 ? [renderFindings(findings, words, out.paint, createLinesOf())] : []),
      `${mark}${counts}  ${out.paint('dim', `${milliseconds.toFixed(0)} ms`)}`,
    ]
    out.write(`${out.terminal && !out.paint.plain ? '\u001b[2J\u001b[3J\u001b[H' : ''}${parts.join('\n\n')}\n`)
  }
}

/** A file without findings that had some before is reported as well. */
function diagnostics({ out }: Terminal): Show {
  let before = new Set<string>()
  return (findings) => {
    out.write(renderLsp({ findings: [...findings] }, { uriOf, clear: before }))
    before = new Set(findings.map(({ file }) => file))
  }
}

/** Waits for changes of files. */
interface Changes {
  /** The files that changed since it was last asked, once they have settled; undefined when interrupted. */
  next(): Promise<readonly string[] | undefined>
}

function watchChanges(signal: AbortSignal): Changes {
  let changed = new Set<string>()
  let wake = () => {}
  for (const directory of [CONTENT, RUNBOOKS]) {
    watchFiles(inRoot(directory), { recursive: true, signal }, (_, name) => {
      changed.add(name === null ? directory : `${directory}/${name.replaceAll('\\', '/')}`)
      wake()
    })
  }
  signal.addEventListener('abort', () => wake())
  return {
    async next() {
      while (changed.size === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
      const files = [...changed]
      changed = new Set()
      return signal.aborted ? undefined : files
    },
  }
}
