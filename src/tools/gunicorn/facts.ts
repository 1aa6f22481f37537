import type { ToolFacts } from '../facts/model.ts'
import { server } from '../kinds/server.ts'

export const facts: ToolFacts = { every: server('Dhv', '--daemon', '--check-config', '--print-config') }
