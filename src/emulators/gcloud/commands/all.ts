import type { CloudCommands } from '../command.ts'
import { DECLARED } from '../declared/all.ts'
import { DEPLOY_COMMANDS } from '../run/deploy.ts'
import { TRAFFIC_COMMANDS } from '../run/traffic.ts'
import { COPY_COMMANDS } from '../storage/copy.ts'
import { AUTH_COMMANDS } from './auth.ts'
import { BUILD_TRIGGER_COMMANDS } from './build-triggers.ts'
import { BUILD_COMMANDS } from './builds.ts'
import { CONFIG_COMMANDS } from './config.ts'
import { DOCKER_IMAGE_COMMANDS } from './docker-images.ts'
import { DOMAIN_MAPPING_COMMANDS } from './domain-mappings.ts'
import { DOMAIN_COMMANDS } from './domains.ts'
import { LOG_COMMANDS } from './logs.ts'
import { MESSAGE_COMMANDS } from './messages.ts'
import { OBJECT_COMMANDS } from './objects.ts'
import { PROJECT_COMMANDS } from './projects.ts'
import { RUN_REGION_COMMANDS } from './run-regions.ts'
import { SECRET_VERSION_COMMANDS } from './secret-versions.ts'
import { SERVICE_AGENT_COMMANDS } from './service-agent.ts'
import { SERVICE_COMMANDS } from './services.ts'
import { SQL_BACKUP_COMMANDS } from './sql-backups.ts'

/** Every command the emulator models, by path: those of declared resources, and what takes code. */
export const COMMANDS: CloudCommands = {
  ...Object.assign({}, ...DECLARED.map(({ commands }) => commands)),
  ...AUTH_COMMANDS,
  ...BUILD_COMMANDS,
  ...BUILD_TRIGGER_COMMANDS,
  ...CONFIG_COMMANDS,
  ...COPY_COMMANDS,
  ...DEPLOY_COMMANDS,
  ...DOCKER_IMAGE_COMMANDS,
  ...DOMAIN_COMMANDS,
  ...DOMAIN_MAPPING_COMMANDS,
  ...LOG_COMMANDS,
  ...MESSAGE_COMMANDS,
  ...OBJECT_COMMANDS,
  ...PROJECT_COMMANDS,
  ...RUN_REGION_COMMANDS,
  ...SECRET_VERSION_COMMANDS,
  ...SERVICE_AGENT_COMMANDS,
  ...SERVICE_COMMANDS,
  ...SQL_BACKUP_COMMANDS,
  ...TRAFFIC_COMMANDS,
}
