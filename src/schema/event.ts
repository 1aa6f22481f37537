import { z } from 'zod'
import { effectSchema } from './effect.ts'
import { findingReportSchema } from './finding.ts'
import { runReportSchema, stepReportSchema } from './report.ts'
import { shellNameSchema } from './vocabulary.ts'

const stepRef = { step: z.string(), at: z.iso.datetime() }

/** One fact of a run, in the order it happened; the journal holds nothing else. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('run-started'),
    at: z.iso.datetime(),
    runbook: z.string(),
    hash: z.string(),
    shell: shellNameSchema,
    live: z.boolean(),
    inputs: z.record(z.string(), z.string()),
    procedures: z.array(z.string()),
    steps: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('procedure-started'),
    at: z.iso.datetime(),
    procedure: z.string(),
    title: z.string(),
  }),
  z.strictObject({ kind: z.literal('file-written'), at: z.iso.datetime(), path: z.string(), effect: effectSchema }),
  z.strictObject({
    kind: z.literal('step-started'),
    ...stepRef,
    title: z.string(),
    file: z.string(),
    line: z.number(),
  }),
  z.strictObject({
    kind: z.literal('step-output'),
    ...stepRef,
    stream: z.enum(['stdout', 'stderr']),
    chunk: z.string(),
  }),
  z.strictObject({
    kind: z.literal('step-finished'),
    ...stepRef,
    report: stepReportSchema,
    finding: findingReportSchema.optional(),
    /** The values it published. */
    outputs: z.record(z.string(), z.string()).optional(),
    /** In a journal: what steps have changed of their shell by now, for who resumes the run. */
    state: z.string().optional(),
  }),
  /** What a person said of a step: to run it again, that it is done, to do without it, or to undo all. */
  z.strictObject({
    kind: z.literal('step-decided'),
    ...stepRef,
    decision: z.enum(['run', 'finished', 'skipped', 'roll-back', 'stop']),
    /** Why it is skipped. */
    reason: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('run-finished'), at: z.iso.datetime(), report: runReportSchema }),
])
export type RunEvent = z.infer<typeof eventSchema>
