import type { Rule } from '#check/rule.ts'
import { access } from './cloud/access-missing.ts'
import { api } from './cloud/api-not-enabled.ts'
import { eventarc } from './cloud/eventarc.ts'
import { secretVersion } from './cloud/secret-version.ts'
import { socket } from './cloud/socket-unknown.ts'
import { cloudBuildVariables } from './cloud/substitutions.ts'
import { compose } from './compose/compose.ts'
import { composeNames } from './compose/unknown.ts'
import { buildArgument } from './container/build-argument.ts'
import { container } from './container/containers.ts'
import { tagDiffers } from './container/tag-differs.ts'
import { insideTool } from './container/tool-missing.ts'
import { unreadEnv } from './made/env-file-unread.ts'
import { names } from './made/names.ts'
import { registry } from './made/registry.ts'
import { misspelt } from './misspelt.ts'
import { misspeltPath } from './misspelt-path.ts'
import { portOfCopies } from './port/copies.ts'
import { port } from './port/differs.ts'
import { localPort } from './port/local-port.ts'
import { crossed } from './value/crossed.ts'
import { disproved } from './value/disproved.ts'
import { crossedOutput } from './value/output-crossed.ts'

export const NAME_RULES: readonly Rule[] = [
  access,
  api,
  eventarc,
  secretVersion,
  socket,
  cloudBuildVariables,
  compose,
  composeNames,
  buildArgument,
  container,
  tagDiffers,
  insideTool,
  unreadEnv,
  names,
  registry,
  misspeltPath,
  misspelt,
  port,
  portOfCopies,
  localPort,
  crossed,
  disproved,
  crossedOutput,
]
