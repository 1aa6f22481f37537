import { VARIABLES as DOCKER } from './docker/destinations.ts'
import type { DestinationVariables } from './facts/destination.ts'
import { VARIABLES as GCLOUD } from './gcloud/destinations.ts'
import { VARIABLES as KUBECTL } from './kubectl/facts.ts'
import { VARIABLES as PSQL } from './psql/variables.ts'

/** The variables of the environment by which any tool is told where to go. */
export const DESTINATION_VARIABLES: DestinationVariables = { ...DOCKER, ...GCLOUD, ...KUBECTL, ...PSQL }
