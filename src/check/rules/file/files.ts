import { FILE_FINDINGS } from '#check/files/findings.ts'
import { filesOf } from '#check/files/page-file.ts'
import { pageRule } from '#check/rule.ts'

/** Files of a page, each by its own format's parser and rules, and against the rest of the page. */
export const files = pageRule(FILE_FINDINGS, (facts, surroundings) => {
  const shown = filesOf(facts.page)
  const around = { facts, surroundings, files: shown }
  return shown.flatMap((file) => {
    const check = surroundings.formats.get(file.format)
    if (!check) throw new Error(`the check of ${file.format} is not loaded: see loadFormats`)
    return check(file, around)
  })
})
