import { facts as docker } from '../docker/facts.ts'
import type { ToolFacts } from '../facts/model.ts'

/** It reads what `docker compose` reads, and nothing installs it any more. */
export const facts: ToolFacts = { ...docker, supersededBy: 'docker compose' }
