import { z } from 'zod'
import { eventSchema } from './event.ts'

/** A file or step that a run was to execute, as far as it decides what happens: never titles or other prose. */
export const contentItemSchema = z.strictObject({
  kind: z.enum(['file', 'step']),
  /** The step's id, the file's path. */
  name: z.string(),
  text: z.string(),
  /** A step that may change something. */
  changes: z.literal(true).optional(),
})
export type ContentItem = z.infer<typeof contentItemSchema>

/** Who runs it: the person, and the process as `ownerMark` gives it. */
const by = { by: z.string(), owner: z.string() }

/** What a live run is of, the first line of its journal. A resumed run must be of the same. */
export const runIdentitySchema = z.strictObject({
  kind: z.literal('run'),
  version: z.literal(1),
  at: z.iso.datetime(),
  ...by,
  /** Its name, by which `pnpm runs` knows it. */
  run: z.string(),
  runbook: z.string(),
  title: z.string(),
  file: z.string(),
  procedure: z.string(),
  /** Hash of the pages. */
  hash: z.string(),
  content: z.array(contentItemSchema),
  selection: z.strictObject({
    from: z.string().optional(),
    until: z.string().optional(),
    only: z.array(z.string()).optional(),
  }),
  /** All but the secret ones. */
  inputs: z.record(z.string(), z.string()),
  /** Names of those. */
  secrets: z.array(z.string()),
  /** What it addresses, by kind: project, host, account. */
  target: z.record(z.string(), z.string()),
  directory: z.string(),
  /** The run it rolls back. */
  undoes: z.string().optional(),
})
export type RunIdentity = z.infer<typeof runIdentitySchema>

/** A line of the journal of a live run: its identity, what is known of its processes, and its events. */
export const journalEntrySchema = z.discriminatedUnion('kind', [
  runIdentitySchema,
  z.strictObject({ kind: z.literal('run-resumed'), at: z.iso.datetime(), ...by }),
  /** Said before it starts: `mark` is a variable of the environment that its processes and no others have. */
  z.strictObject({ kind: z.literal('process-started'), at: z.iso.datetime(), mark: z.string() }),
  z.strictObject({ kind: z.literal('process-ended'), at: z.iso.datetime(), mark: z.string() }),
  ...eventSchema.options,
])
export type JournalEntry = z.infer<typeof journalEntrySchema>
