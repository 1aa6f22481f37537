import { type Call, placeOfCall } from '#check/page/call.ts'
import type { Shape } from '#check/page/foreign/shape.ts'
import { pageRule } from '#check/rule.ts'
import { isSentence } from '#document/bash/sentence.ts'
import { placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'

export const commandProse = defineFinding({
  code: 'COMMAND_PROSE',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» no es un comando: parece {whatEs}, dentro de un bloque bash.',
    hint: '{fixEs}',
    why: 'Una frase dentro de un bloque bash se ejecuta: su primera palabra es el comando. Con suerte no existe.',
  },
  en: {
    message: '`{found}` is no command: it looks like {whatEn}, inside a bash block.',
    hint: '{fixEn}',
    why: 'A sentence inside a bash block is run: its first word is the command. With luck there is none.',
  },
  wrong: ['```bash step=build effect=read', 'docker build: construye la imagen', '```'],
  right: ['```bash step=build effect=read', '# docker build construye la imagen', 'docker images', '```'],
})

/** Text that bash would take for a command: one finding for each block, and each text handed to another shell. */
export const prose = pageRule([commandProse], ({ page, foreign, calls }) => [
  ...foreign.map(({ block, shape, start, end }) =>
    proseFinding(shape, block.text.slice(start, end), placeIn(page, block, start, end)),
  ),
  ...calls.filter((call) => call.outer && isHandedProse(call)).map(handedFinding),
])

/** What programs a container has, only its image can tell; a sentence is none anywhere. */
const isHandedProse = ({ name, words, nameWord }: Call): boolean =>
  nameWord.value !== undefined && !KNOWN_PROGRAMS.has(name) && isSentence([name, ...words.map(textOf)].join(' '))

const textOf = ({ word }: Call['words'][number]) => (word.quoted ? '""' : word.text)

const handedFinding = (call: Call): Finding => proseFinding('prose', call.name, placeOfCall(call))

function proseFinding(shape: Shape, text: string, place: Finding['place']): Finding {
  const { what, fix } = WORDS[shape]
  const found = text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text
  return commandProse.at(place, {
    shape,
    found,
    whatEs: what.es,
    whatEn: what.en,
    fixEs: fix.es,
    fixEn: fix.en,
  })
}

const apart = (language: string): Localized => ({
  es: `Ponlo en un bloque aparte, que empiece con \`\`\`${language}.`,
  en: `Put it in a block of its own that starts with \`\`\`${language}.`,
})

/** What each shape is called, and what to do with it. */
const WORDS: Readonly<Record<Shape, { what: Localized; fix: Localized }>> = {
  prose: {
    what: { es: 'una frase', en: 'a sentence' },
    fix: {
      es: 'Sácala del bloque o escríbela como comentario (#).',
      en: 'Move it out of the block, or write it as a comment (#).',
    },
  },
  text: { what: { es: 'texto que no es un comando', en: 'text that is no command' }, fix: apart('text') },
  output: { what: { es: 'la salida de un programa', en: 'what a program printed' }, fix: apart('text') },
  yaml: { what: { es: 'YAML', en: 'YAML' }, fix: apart('yaml') },
  json: { what: { es: 'JSON', en: 'JSON' }, fix: apart('json') },
  sql: { what: { es: 'SQL', en: 'SQL' }, fix: apart('sql') },
  promql: { what: { es: 'una consulta de Prometheus', en: 'a query of Prometheus' }, fix: apart('promql') },
  code: {
    what: { es: 'código de otro lenguaje', en: 'code of another language' },
    fix: {
      es: 'Ponlo en un bloque aparte, con el nombre de su lenguaje.',
      en: 'Put it in a block of its own, with the name of its language.',
    },
  },
  omission: {
    what: { es: 'una marca de algo omitido', en: 'a mark for what is left out' },
    fix: {
      es: 'Escribe lo que falta, o quita la marca o ponla como comentario (#).',
      en: 'Write what is missing, or remove the mark or make it a comment (#).',
    },
  },
  option: {
    what: { es: 'una opción sin su comando', en: 'an option without its command' },
    fix: {
      es: 'Si sigue a la línea anterior, acaba esa línea con \\, sin nada detrás.',
      en: 'If it goes on with the line before, end that line with \\ and nothing after it.',
    },
  },
  assignment: {
    what: { es: 'una asignación con espacios', en: 'an assignment with spaces' },
    fix: {
      es: 'Quita los espacios de alrededor de =. Si es un archivo, ponlo en un bloque con su lenguaje.',
      en: 'Remove the spaces around =. If it is a file, put it in a block of its language.',
    },
  },
}
