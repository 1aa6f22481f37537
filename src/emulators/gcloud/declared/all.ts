import type { DeclaredResource } from '../resource/define.ts'
import { BUCKETS } from './buckets.ts'
import { BUILD_CONNECTIONS, BUILD_REPOSITORIES } from './build-repositories.ts'
import { BUILD_TRIGGERS } from './build-triggers.ts'
import { DOMAIN_MAPPINGS } from './domain-mappings.ts'
import { FIRESTORE_DATABASES } from './firestore.ts'
import { PROJECTS } from './projects.ts'
import { SUBSCRIPTIONS, TOPICS } from './pubsub.ts'
import { REPOSITORIES } from './repositories.ts'
import { RUN_REVISIONS } from './run-revisions.ts'
import { RUN_SERVICES } from './run-services.ts'
import { SECRET_VERSIONS } from './secret-versions.ts'
import { SECRETS } from './secrets.ts'
import { SERVICE_ACCOUNTS } from './service-accounts.ts'
import { SERVICES } from './services.ts'
import { SQL_DATABASES, SQL_INSTANCES, SQL_USERS } from './sql.ts'
import { SQL_BACKUPS, SQL_OPERATIONS } from './sql-backups.ts'
import { TRIGGERS } from './triggers.ts'

/** Every kind of resource whose commands follow from its declaration. */
export const DECLARED: readonly Pick<DeclaredResource<unknown>, 'group' | 'kind' | 'api' | 'commands' | 'isUsed'>[] = [
  BUCKETS,
  BUILD_CONNECTIONS,
  BUILD_REPOSITORIES,
  BUILD_TRIGGERS,
  DOMAIN_MAPPINGS,
  FIRESTORE_DATABASES,
  PROJECTS,
  REPOSITORIES,
  RUN_REVISIONS,
  RUN_SERVICES,
  SECRETS,
  SECRET_VERSIONS,
  SERVICE_ACCOUNTS,
  SERVICES,
  SQL_BACKUPS,
  SQL_DATABASES,
  SQL_INSTANCES,
  SQL_OPERATIONS,
  SQL_USERS,
  SUBSCRIPTIONS,
  TOPICS,
  TRIGGERS,
]
