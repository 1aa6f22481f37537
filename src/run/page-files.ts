import { reporterOf } from '#finding/report.ts'
import type { PlannedStep } from '#schema/plan.ts'
import type { ScriptFile } from '#schema/script.ts'
import type { Attempt } from './attempt.ts'
import type { RunContext } from './context.ts'
import { stepFileDiffers } from './findings/file-differs.ts'
import { lineOf, placeOf, stepPlace } from './page.ts'
import { skipped } from './step-report.ts'

const reportFinding = reporterOf([stepFileDiffers])

/** Writes the files a step needs. Where one is there with another text, the step fails at the line that shows it. */
export async function writeFiles(
  step: PlannedStep,
  files: readonly ScriptFile[],
  context: RunContext,
): Promise<Attempt | undefined> {
  for (const file of files) if (!(await isWritten(file, context))) return fileDiffers(step, file, context)
  return undefined
}

async function isWritten(file: ScriptFile, context: RunContext): Promise<boolean> {
  const { shell, emit, now, history } = context
  const effect = await shell.write(file.path, file.text)
  if (!effect) return false
  history.wrote(file.path, file.text)
  emit({ kind: 'file-written', at: now(), path: file.path, effect })
  return true
}

function fileDiffers(step: PlannedStep, file: ScriptFile, context: RunContext): Attempt {
  const { emit, now, locale } = context
  const place = placeOf(lineOf(file, context), context)
  const finding = reportFinding(stepFileDiffers.at(place, { step: step.id, file: file.path }), locale)
  const { reason: _, ...report } = { ...skipped(step, context, ''), status: 'failed' as const }
  emit({ kind: 'step-started', step: step.id, at: now(), title: step.title[locale], ...stepPlace(step, context) })
  emit({ kind: 'step-finished', step: step.id, at: now(), report, finding })
  return { report, finding, published: {} }
}
