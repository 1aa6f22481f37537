import type { Rule } from '#check/rule.ts'
import { backslash } from './backslash.ts'
import { composeV1 } from './compose-one.ts'
import { grammar } from './grammar/grammar.ts'
import { place } from './grammar/region-missing.ts'
import { registryLogin } from './grammar/registry-login.ts'
import { inputUnread } from './input-unread.ts'
import { loadPlatforms } from './load-platforms.ts'
import { menu } from './menu.ts'
import { misspeltProgram } from './misspelt.ts'
import { operand } from './operand.ts'
import { pattern } from './pattern.ts'
import { placeholder } from './placeholder.ts'
import { program } from './program.ts'
import { prose } from './prose.ts'
import { request } from './request.ts'
import { resultInComment } from './result-in-comment.ts'
import { rsyncDelete } from './rsync.ts'
import { sample } from './sample.ts'
import { syntax } from './syntax.ts'

export const COMMAND_RULES: readonly Rule[] = [
  backslash,
  composeV1,
  grammar,
  place,
  registryLogin,
  inputUnread,
  loadPlatforms,
  menu,
  misspeltProgram,
  operand,
  pattern,
  placeholder,
  program,
  prose,
  request,
  resultInComment,
  rsyncDelete,
  sample,
  syntax,
]
