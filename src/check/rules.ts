import type { Rule, SiteRule } from './rule.ts'
import { api } from './rules/api.ts'
import { composeV1, placeholder, prose, syntax } from './rules/bash.ts'
import { byHand } from './rules/by-hand.ts'
import { crossed, secretAltered } from './rules/crossed.ts'
import { ignoredSecrets, unusedUser } from './rules/docker-file.ts'
import { effect } from './rules/effect.ts'
import { envFile } from './rules/env-file.ts'
import { exposure } from './rules/exposure.ts'
import { files } from './rules/file.ts'
import { grammar } from './rules/grammar.ts'
import { bypass, curlErrors, shellState } from './rules/habit.ts'
import { hang } from './rules/hang.ts'
import { unpinnedImage } from './rules/image.ts'
import { incidents } from './rules/incident.ts'
import { incidentLinks } from './rules/incident-links.ts'
import { incidentParity } from './rules/incident-parity.ts'
import { incidentWording } from './rules/incident-wording.ts'
import { interactive } from './rules/interactive.ts'
import { links } from './rules/link.ts'
import { names } from './rules/name.ts'
import { parameter } from './rules/parameter.ts'
import { parity } from './rules/parity.ts'
import { platform } from './rules/platform.ts'
import { port } from './rules/port.ts'
import { reference } from './rules/reference.ts'
import { registry } from './rules/registry.ts'
import { secretArgument, secretPrinted } from './rules/secret.ts'
import { duplicateId } from './rules/site.ts'
import { socket } from './rules/socket.ts'
import { undo } from './rules/undo.ts'
import { undeclared, unusedCapture, unusedParameter } from './rules/variable.ts'

/** Every rule over one page. */
export const RULES: readonly Rule[] = [
  parameter,
  syntax,
  prose,
  placeholder,
  composeV1,
  grammar,
  undeclared,
  unusedParameter,
  unusedCapture,
  hang,
  interactive,
  secretPrinted,
  secretArgument,
  unpinnedImage,
  exposure,
  effect,
  curlErrors,
  bypass,
  shellState,
  names,
  registry,
  api,
  port,
  files,
  reference,
  crossed,
  secretAltered,
  socket,
  platform,
  envFile,
  unusedUser,
  ignoredSecrets,
  undo,
  byHand,
]

/** Every rule over all pages. */
export const SITE_RULES: readonly SiteRule[] = [
  links,
  parity,
  duplicateId,
  incidents,
  incidentLinks,
  incidentParity,
  incidentWording,
]

/** Rules over plain documents only. */
export const PLAIN_RULES: readonly Rule[] = []
