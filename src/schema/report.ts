import { z } from 'zod'
import { coverageSchema } from './coverage.ts'
import { effectSchema } from './effect.ts'
import { findingReportSchema } from './finding.ts'
import { evidenceSchema, localeSchema, shellNameSchema, stepStatusSchema } from './vocabulary.ts'

/** One step of a run. `output` is what it printed, redacted and cut to its last lines. */
export const stepReportSchema = z.strictObject({
  id: z.string(),
  /** Id of the procedure it ran in; a step of several is reported once for each. */
  procedure: z.string(),
  title: z.string(),
  status: stepStatusSchema,
  evidence: evidenceSchema,
  reason: z.string().optional(),
  file: z.string(),
  line: z.number().int().min(1),
  durationMs: z.number().min(0),
  exitCode: z.number().int().optional(),
  output: z.string().optional(),
  /** Where in `output` begins what it printed on stderr, in characters; absent where `output` is not all it printed. */
  stderrAt: z.number().int().min(0).optional(),
  /** Hash of the inputs and of all that ran up to its end: another run with the same, in the same world, prints the same. */
  ran: z.string().optional(),
  effects: z.array(effectSchema),
  /** What the person of a live run said of one that failed, or that an earlier attempt may have done: that it is done, or to go on without it. */
  decided: z.enum(['finished', 'skipped']).optional(),
})
export type StepReport = z.infer<typeof stepReportSchema>

export const runReportSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  /** Hash of the pages that ran; evidence is stale when the page has another. */
  hash: z.string(),
  /** Hash of all else its result depends on: fixture, emulators, grammars, seed world, packages. */
  world: z.string().optional(),
  /** Not run this time: nothing it depends on has changed since `startedAt`. */
  reused: z.literal(true).optional(),
  shell: shellNameSchema,
  live: z.boolean(),
  status: stepStatusSchema,
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0),
  /** Inputs by name; a secret shows as `***`. */
  inputs: z.record(z.string(), z.string()),
  outputs: z.record(z.string(), z.string()),
  steps: z.array(stepReportSchema),
  /** Bash blocks that are checked and not run, with their reasons. */
  checked: z.array(z.strictObject({ file: z.string(), line: z.number().int().min(1), reason: z.string() })),
})
export type RunReport = z.infer<typeof runReportSchema>

/** Which part of the runbooks a verification ran; `verify merge` puts the parts together. */
export const shardSchema = z.strictObject({
  index: z.number().int().min(1),
  total: z.number().int().min(1),
  /** Ids of the runbooks of this part, and of all parts. */
  ids: z.array(z.string()),
  all: z.array(z.string()),
  /** Hash of the checkout: parts of different ones do not belong together. */
  checkout: z.string(),
})
export type Shard = z.infer<typeof shardSchema>

/** One edit `verify --fix` made: the lines it touched, before and after; both empty for a file generated anew. */
export const mendedReportSchema = z.strictObject({
  code: z.string(),
  file: z.string(),
  line: z.number().int().min(1),
  before: z.string(),
  after: z.string(),
})
export type MendedReport = z.infer<typeof mendedReportSchema>

/** One procedure run with other inputs or in another world; `status` is `not-checkable` where the fixture cannot tell. */
export const variationReportSchema = z.strictObject({
  runbook: z.string(),
  procedure: z.string(),
  /** Which of its variations, from 1; 0 is one that an exception is about. */
  number: z.number().int().min(0),
  status: stepStatusSchema,
  /** Why it could not be checked. */
  reason: z.string().optional(),
  /** The values that are not what a dry run gives; a secret shows as `***` and its length. */
  inputs: z.record(z.string(), z.string()),
  /** Names of the change of the world and of the environment, as the system's seed declares them. */
  change: z.string().optional(),
  environment: z.string().optional(),
  /** Why the page need not hold under the change. */
  exception: z.string().optional(),
  durationMs: z.number().min(0),
})
export type VariationReport = z.infer<typeof variationReportSchema>

/** The variations of a verification: the same seed and number, of the same pages, give the same ones. */
export const variationsReportSchema = z.strictObject({
  seed: z.number().int(),
  /** How many of each procedure. */
  count: z.number().int().min(1),
  runs: z.array(variationReportSchema),
})
export type VariationsReport = z.infer<typeof variationsReportSchema>

/** What every command of ours ends in; `--report json` writes it. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  command: z.enum(['runbook', 'verify']),
  locale: localeSchema,
  exitCode: z.number().int(),
  findings: z.array(findingReportSchema),
  runs: z.array(runReportSchema),
  /** Of `verify` only. */
  coverage: coverageSchema.optional(),
  shard: shardSchema.optional(),
  /** Of `verify --variations` only. */
  variations: variationsReportSchema.optional(),
  /** Of `verify --fix` only: what it changed. */
  mended: z.array(mendedReportSchema).optional(),
})
export type Report = z.infer<typeof reportSchema>
