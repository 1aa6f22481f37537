import type { Rule, SiteRule, TwinRule } from './rule.ts'
import { access, secretVersion } from './rules/access.ts'
import { api } from './rules/api.ts'
import { backslash } from './rules/backslash.ts'
import { composeV1, placeholder, syntax } from './rules/bash.ts'
import { blindCheck } from './rules/blind-check.ts'
import { broadDelete } from './rules/broad-delete.ts'
import { buildArgument } from './rules/build-argument.ts'
import { byHand } from './rules/by-hand.ts'
import { cloudBuildVariables } from './rules/cloud-build.ts'
import { compose } from './rules/compose.ts'
import { composeNames } from './rules/compose-name.ts'
import { container } from './rules/container.ts'
import { crossed, secretAltered } from './rules/crossed.ts'
import { crossedOutput } from './rules/crossed-output.ts'
import { crossedSections } from './rules/crossed-section.ts'
import { disproved } from './rules/disproved.ts'
import { ignoredSecrets, unusedUser } from './rules/docker-file.ts'
import { effect } from './rules/effect.ts'
import { emptySection } from './rules/empty-section.ts'
import { envFence } from './rules/env-fence.ts'
import { envFile } from './rules/env-file.ts'
import { sourcedEnv, unreadEnv } from './rules/env-source.ts'
import { eventarc } from './rules/eventarc.ts'
import { exposure } from './rules/exposure.ts'
import { files } from './rules/file.ts'
import { grammar } from './rules/grammar.ts'
import { bypass, curlErrors, curlLimit, shellState } from './rules/habit.ts'
import { hang } from './rules/hang.ts'
import { identity } from './rules/identity.ts'
import { unpinnedImage } from './rules/image.ts'
import { incidents } from './rules/incident.ts'
import { incidentLinks } from './rules/incident-links.ts'
import { incidentParity } from './rules/incident-parity.ts'
import { incidentWording } from './rules/incident-wording.ts'
import { insideTool } from './rules/inside-tool.ts'
import { interactive } from './rules/interactive.ts'
import { links } from './rules/link.ts'
import { literalRegion } from './rules/literal.ts'
import { loadPlatforms } from './rules/load.ts'
import { localPort } from './rules/local-port.ts'
import { argumentLoop } from './rules/loop.ts'
import { menu } from './rules/menu.ts'
import { misspelt } from './rules/misspelt.ts'
import { misspeltPath } from './rules/misspelt-path.ts'
import { names } from './rules/name.ts'
import { operand } from './rules/operand.ts'
import { exampleDiffers, parameter } from './rules/parameter.ts'
import { parameterKind } from './rules/parameter-kind.ts'
import { parity } from './rules/parity.ts'
import { pattern } from './rules/pattern.ts'
import { place } from './rules/place.ts'
import { platform } from './rules/platform.ts'
import { port } from './rules/port.ts'
import { procedureNames, stepOutside } from './rules/procedure.ts'
import { unknownException } from './rules/procedure-exception.ts'
import { checkWithoutUndo, procedureUndo } from './rules/procedure-undo.ts'
import { procedureVariable } from './rules/procedure-variable.ts'
import { program } from './rules/program.ts'
import { misspeltProgram, prose } from './rules/prose.ts'
import { reference } from './rules/reference.ts'
import { registry } from './rules/registry.ts'
import { registryLogin } from './rules/registry-login.ts'
import { request } from './rules/request.ts'
import { resultInComment } from './rules/result-comment.ts'
import { rsyncDelete } from './rules/rsync.ts'
import { sample } from './rules/sample.ts'
import { makeTargets, scripts } from './rules/script.ts'
import { secretArgument, secretPrinted } from './rules/secret.ts'
import { secretCopied, secretLiteral } from './rules/secret-literal.ts'
import { settingsDecode } from './rules/settings.ts'
import { shownFile } from './rules/shown-file.ts'
import { duplicateId } from './rules/site.ts'
import { socket } from './rules/socket.ts'
import { lostStatus } from './rules/status.ts'
import { stillRunning } from './rules/still-running.ts'
import { duplicateHeading, ownAnchors, unfenced } from './rules/structure.ts'
import { undo } from './rules/undo.ts'
import { undoRepeat } from './rules/undo-repeat.ts'
import { undoTarget } from './rules/undo-target.ts'
import { undeclared, unusedCapture, unusedParameter } from './rules/variable.ts'

/** Every rule over one page. */
export const RULES: readonly Rule[] = [
  parameter,
  exampleDiffers,
  syntax,
  prose,
  misspeltProgram,
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
  curlLimit,
  bypass,
  shellState,
  names,
  registry,
  api,
  port,
  files,
  makeTargets,
  scripts,
  reference,
  crossed,
  crossedOutput,
  secretAltered,
  socket,
  platform,
  envFile,
  unusedUser,
  ignoredSecrets,
  undo,
  undoTarget,
  undoRepeat,
  emptySection,
  byHand,
  menu,
  resultInComment,
  lostStatus,
  blindCheck,
  pattern,
  program,
  argumentLoop,
  stillRunning,
  sourcedEnv,
  unreadEnv,
  broadDelete,
  sample,
  backslash,
  compose,
  composeNames,
  cloudBuildVariables,
  container,
  disproved,
  insideTool,
  settingsDecode,
  secretLiteral,
  secretCopied,
  literalRegion,
  identity,
  duplicateHeading,
  misspelt,
  parameterKind,
  operand,
  request,
  buildArgument,
  localPort,
  place,
  access,
  secretVersion,
  misspeltPath,
  procedureNames,
  stepOutside,
  procedureVariable,
  procedureUndo,
  unknownException,
  checkWithoutUndo,
  rsyncDelete,
  loadPlatforms,
  registryLogin,
  eventarc,
]

/** Every rule over a page in both its languages. */
export const TWIN_RULES: readonly TwinRule[] = [parity, incidentParity, crossedSections]

/** Every rule over all pages. */
export const SITE_RULES: readonly SiteRule[] = [links, duplicateId, incidents, incidentLinks, incidentWording]

/** Rules over plain documents only. */
export const PLAIN_RULES: readonly Rule[] = [envFence, shownFile, unfenced, ownAnchors]
