import type { Rule } from '#check/rule.ts'
import { unusedUser } from './dockerfile-user.ts'
import { envFile } from './env-file.ts'
import { files } from './files.ts'
import { ignoredSecrets } from './ignore-misses.ts'
import { scripts } from './script-mode.ts'
import { settingsDecode } from './settings-decode.ts'
import { shownFile } from './shown-file.ts'
import { makeTargets } from './target-unknown.ts'
import { reference } from './unknown.ts'

export const FILE_RULES: readonly Rule[] = [
  unusedUser,
  envFile,
  files,
  ignoredSecrets,
  scripts,
  settingsDecode,
  shownFile,
  makeTargets,
  reference,
]
