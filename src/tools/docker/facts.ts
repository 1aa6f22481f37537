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
  saysVersion: ['--version'],
  ready: {
    words: ['version', '--format', '{{.Server.Version}}'],
    madeBy: [],
    otherwise: {
      es: 'El motor no contesta, o no te deja. Mira docker version.',
      en: 'The engine does not answer, or does not let you in. See docker version.',
    },
  },
  every: { destinations: destinationsOf },
  commands: { ...CONTAINER_COMMANDS, ...IMAGE_COMMANDS, ...SYSTEM_COMMANDS, ...COMPOSE_COMMANDS },
}
