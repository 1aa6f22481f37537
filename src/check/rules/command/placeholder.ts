import { type Blank, blanksOf } from '#check/page/blank.ts'
import { type BashBlock, type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { type Page, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Place } from '#schema/place.ts'

export const commandPlaceholder = defineFinding({
  code: 'COMMAND_PLACEHOLDER',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» es un hueco para rellenar a mano: bash lo lee como {readsEs}.',
    hint: 'Declara un parámetro en la cabecera y escribe "${name}".',
    why: 'Para bash, <host> son dos redirecciones que pueden vaciar un archivo, y [NOMBRE] un patrón de archivos. Además, nadie sabe qué valor falta por poner.',
  },
  en: {
    message: '`{found}` is a blank to fill in by hand: bash reads it as {readsEn}.',
    hint: 'Declare a parameter in the header and write "${name}".',
    why: 'To bash, <host> is two redirections that can empty a file, and [NAME] a pattern of files. And nobody knows which value is still missing.',
  },
  wrong: ['```bash step=choose-project', 'gcloud config set project [TU_PROYECTO]', '```'],
  right: ['```bash step=choose-project', 'gcloud config set project "$GCP_PROJECT_ID"', '```'],
})

const BRACKETS = /\[[A-Z][A-Z0-9_:]+\]|\[[a-z]+(?:-[a-z]+)+\]/

/** `[LIKE_THIS]` and `<like-this>`, which bash reads as a glob and as two redirections. */
export const placeholder = pageRule([commandPlaceholder], ({ page, blocks, foreign, calls }) => [
  ...calls.flatMap((call) => [...bracketFindings(call), ...angleFindings(call)]),
  ...blocks.flatMap((block) => {
    const other = foreign.find((one) => one.block === block)
    return block.script.commands
      .filter(({ name, start }) => !name && !other?.covers(start))
      .flatMap((command) => blanksOf(command, block.text).map((blank) => angleFinding(page, block, blank)))
  }),
])

function bracketFindings(call: Call): Finding[] {
  return call.words.flatMap(({ word }) => {
    const found = BRACKETS.exec(word.text)
    if (!found || (word.text.includes('${') && word.text.includes(`{${found[0]}`))) return []
    if (/^\[:/.test(found[0]) || (word.quoted && !/[A-Z_]{3,}/.test(found[0]))) return []
    const start = word.start + found.index
    return [placeholderFinding({ found: found[0], reads: GLOB }, placeOfWord(call, spanOf(start, found[0])))]
  })
}

const angleFindings = (call: Call): Finding[] =>
  blanksOf(call.command, call.block.text).map((blank) => angleFinding(call.page, call.block, blank))

const angleFinding = (page: Page, block: BashBlock, { found, start }: Blank): Finding =>
  placeholderFinding({ found, reads: REDIRECTION }, placeIn(page, block, start, start + found.length))

const spanOf = (start: number, text: string) => ({ start, end: start + text.length })

const GLOB = { es: 'un patrón de nombres de archivo', en: 'a pattern of file names' }
const REDIRECTION = {
  es: 'dos redirecciones, que pueden vaciar archivos',
  en: 'two redirections, which can empty files',
}

function placeholderFinding({ found, reads }: { found: string; reads: typeof GLOB }, place: Place): Finding {
  const name = found.replace(/\W+/g, '_').replace(/^_|_$/g, '').toUpperCase()
  return commandPlaceholder.at(place, { found, name, readsEs: reads.es, readsEn: reads.en })
}
