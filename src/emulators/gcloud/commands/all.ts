import type { CloudCommands } from '../command.ts'
import { DEPLOY_COMMANDS } from '../run/deploy.ts'
import { TRAFFIC_COMMANDS } from '../run/traffic.ts'
import { COPY_COMMANDS } from '../storage/copy.ts'
import { REPOSITORY_COMMANDS } from './artifacts.ts'
import { AUTH_COMMANDS } from './auth.ts'
import { BUCKET_COMMANDS } from './buckets.ts'
import { BUILD_COMMANDS } from './builds.ts'
import { CONFIG_COMMANDS } from './config.ts'
import { DOCKER_IMAGE_COMMANDS } from './docker-images.ts'
import { EVENTARC_COMMANDS } from './eventarc.ts'
import { LOG_COMMANDS } from './logs.ts'
import { OBJECT_COMMANDS } from './objects.ts'
import { PROJECT_COMMANDS } from './projects.ts'
import { RUN_SERVICE_COMMANDS } from './run-services.ts'
import { SECRET_VERSION_COMMANDS } from './secret-versions.ts'
import { SECRET_COMMANDS } from './secrets.ts'
import { SERVICE_ACCOUNT_COMMANDS } from './service-accounts.ts'
import { SERVICE_COMMANDS } from './services.ts'
import { SQL_COMMANDS } from './sql.ts'

/** Every command the emulator models, by path. */
export const COMMANDS: CloudCommands = {
  ...AUTH_COMMANDS,
  ...BUCKET_COMMANDS,
  ...BUILD_COMMANDS,
  ...CONFIG_COMMANDS,
  ...COPY_COMMANDS,
  ...DEPLOY_COMMANDS,
  ...DOCKER_IMAGE_COMMANDS,
  ...EVENTARC_COMMANDS,
  ...LOG_COMMANDS,
  ...OBJECT_COMMANDS,
  ...PROJECT_COMMANDS,
  ...REPOSITORY_COMMANDS,
  ...RUN_SERVICE_COMMANDS,
  ...SECRET_COMMANDS,
  ...SECRET_VERSION_COMMANDS,
  ...SERVICE_ACCOUNT_COMMANDS,
  ...SERVICE_COMMANDS,
  ...SQL_COMMANDS,
  ...TRAFFIC_COMMANDS,
}
