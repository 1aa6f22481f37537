import type { ToolFacts } from '../facts/model.ts'
import { COMPOSE_COMMANDS } from './compose.ts'
import { CONTAINER_COMMANDS } from './container.ts'
import { destinationsOf } from './destinations.ts'
import { IMAGE_COMMANDS } from './image.ts'
import { SYSTEM_COMMANDS } from './system.ts'

export const facts: ToolFacts = {
  plainValues: true,
  namesOfReader: true,
  noWordOfProse: true,
  formatFlag: '--format',
  every: { destinations: destinationsOf },
  commands: { ...CONTAINER_COMMANDS, ...IMAGE_COMMANDS, ...SYSTEM_COMMANDS, ...COMPOSE_COMMANDS },
}
