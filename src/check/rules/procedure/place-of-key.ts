import type { Runbook } from '#document/model.ts'
import type { PageProcedure } from '#document/procedure.ts'
import type { Place } from '#schema/place.ts'

/** Where a key of a procedure stands. */
export const placeOfKey = (page: Runbook, { declared }: PageProcedure, ...keys: readonly string[]): Place =>
  page.placeAt(['runbook', 'procedures', String(declared), ...keys])
