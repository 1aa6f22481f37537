import type { Definition } from '#finding/define.ts'
import { fileSubstitution } from './cloud-build/substitution.ts'
import { fileComposeCircle } from './compose/circle.ts'
import { fileComposeHealth } from './compose/health.ts'
import { fileComposeImageless } from './compose/imageless.ts'
import { fileComposeKey } from './compose/key.ts'
import { fileComposeNetworks } from './compose/networks.ts'
import { fileComposeRefused } from './compose/refused.ts'
import { fileComposeReplicas } from './compose/replicas.ts'
import { fileComposeTwice } from './compose/twice.ts'
import { fileComposeUndeclared } from './compose/undeclared.ts'
import { fileComposeValue } from './compose/value.ts'
import { fileComposeVersion } from './compose/version.ts'
import { fileDockerfileArgument } from './dockerfile/argument.ts'
import { fileDockerfileCache } from './dockerfile/cache.ts'
import { fileCopyIgnored } from './dockerfile/copy-ignored.ts'
import { fileCopySource } from './dockerfile/copy-source.ts'
import { fileDockerfileExec } from './dockerfile/exec.ts'
import { fileDockerfileFrom } from './dockerfile/from.ts'
import { fileDockerfileInstruction } from './dockerfile/instruction.ts'
import { fileDockerfileSecret } from './dockerfile/secret.ts'
import { fileDockerfileStage } from './dockerfile/stage.ts'
import { fileEnvDiffers } from './dotenv/differs.ts'
import { fileEnvLine } from './dotenv/line.ts'
import { fileHealthProgram } from './health-program.ts'
import { fileKeyDuplicate } from './key-duplicate.ts'
import { fileKeyUnknown } from './key-unknown.ts'
import { fileNginxArguments } from './nginx/arguments.ts'
import { fileNginxBlock } from './nginx/block.ts'
import { fileNginxContext } from './nginx/context.ts'
import { fileNginxDirective } from './nginx/directive.ts'
import { fileNginxInherited } from './nginx/inherited.ts'
import { fileNginxPort } from './nginx/port.ts'
import { fileNginxServer } from './nginx/server.ts'
import { fileNginxUndeclared } from './nginx/undeclared.ts'
import { fileNginxUpgrade } from './nginx/upgrade.ts'
import { filePythonName } from './python/name.ts'
import { fileSyntax } from './syntax.ts'
import { fileSystemdInstall } from './systemd/install.ts'
import { fileSystemdKey } from './systemd/key.ts'
import { fileSystemdPath } from './systemd/path.ts'
import { fileSystemdProgram } from './systemd/program.ts'
import { fileSystemdSection } from './systemd/section.ts'
import { fileSystemdShell } from './systemd/shell.ts'
import { fileSystemdStart } from './systemd/start.ts'
import { fileSystemdValue } from './systemd/value.ts'
import { fileSystemdVariable } from './systemd/variable.ts'
import { fileValue } from './value.ts'

/** What the checks of files may find, each by the rules of its format. */
export const FILE_FINDINGS: readonly Definition[] = [
  fileSubstitution,
  fileComposeCircle,
  fileComposeHealth,
  fileComposeImageless,
  fileComposeKey,
  fileComposeNetworks,
  fileComposeRefused,
  fileComposeReplicas,
  fileComposeTwice,
  fileComposeUndeclared,
  fileComposeValue,
  fileComposeVersion,
  fileDockerfileArgument,
  fileDockerfileCache,
  fileCopyIgnored,
  fileCopySource,
  fileDockerfileExec,
  fileDockerfileFrom,
  fileDockerfileInstruction,
  fileDockerfileSecret,
  fileDockerfileStage,
  fileEnvDiffers,
  fileEnvLine,
  fileHealthProgram,
  fileKeyDuplicate,
  fileKeyUnknown,
  fileNginxArguments,
  fileNginxBlock,
  fileNginxContext,
  fileNginxDirective,
  fileNginxInherited,
  fileNginxPort,
  fileNginxServer,
  fileNginxUndeclared,
  fileNginxUpgrade,
  filePythonName,
  fileSyntax,
  fileSystemdInstall,
  fileSystemdKey,
  fileSystemdPath,
  fileSystemdProgram,
  fileSystemdSection,
  fileSystemdShell,
  fileSystemdStart,
  fileSystemdValue,
  fileSystemdVariable,
  fileValue,
]
