import type { DestinationVariables } from '../facts/destination.ts'

/** postgresql.org/docs/current/libpq-envars.html. */
export const VARIABLES: DestinationVariables = { PGHOST: 'host', PGHOSTADDR: 'host', PGSERVICE: 'context' }
