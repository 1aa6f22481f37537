import type { Locale } from '#schema/locale.ts'
import type { Experiment } from '../manifest/read.ts'

/** A service to be made: what was asked for, beside the experiment. */
export interface Service extends Experiment {
  id: string
  title: string
  version: string
  /** Origins a browser may call from; none by default. */
  cors: readonly string[]
  /** Whether it serves metrics. */
  monitoring: boolean
  /** Language of the runbook inside the service. */
  locale: Locale
}

/** A file to be made: a path with forward slashes, and its text. */
export interface MadeFile {
  path: string
  text: string
}

/** Most rows of a batch: it is in the schema of the API, so that it is no setting. */
export const BATCH_ROWS = 1000

/** From how many predictions drift is told. */
export const DRIFT_ROWS = 100
