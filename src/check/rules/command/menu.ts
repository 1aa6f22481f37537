import { type BashBlock, type Call, placeOfCall } from '#check/page/call.ts'
import { type Comment, commentsOf, placeOfComment } from '#check/page/comment.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'

export const commandMenu = defineFinding({
  code: 'COMMAND_MENU',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'El bloque es una lista de alternativas, no un procedimiento: {reasonEs}.',
    hint: 'Pon cada alternativa en un bloque propio, con su condición en el texto.',
    why: 'Quien pega el bloque ejecuta todas las alternativas, una tras otra. La condición de un comentario solo la lee una persona.',
  },
  en: {
    message: 'The block is a menu of commands, not a procedure: {reasonEn}.',
    hint: 'Give each alternative a block of its own, with its condition in the text.',
    why: 'Whoever pastes the block runs every alternative, one after the other. Only a person reads the condition in a comment.',
  },
  wrong: [
    '```bash step=get-image',
    '# Opción 1: construir',
    'docker build -t app:1.0.0 .',
    '# Opción 2: descargar',
    'docker pull example.com/app:1.0.0',
    '```',
  ],
  right: ['```bash step=get-image', 'docker build -t app:1.0.0 .', '```'],
})

/** Blocks that are a choice of commands and not a procedure: whoever runs the block runs all of them. One finding a block. */
export const menu = pageRule([commandMenu], (facts) => {
  const noted = facts.blocks.filter(({ script }) => script.comments.length > 0)
  const byBlock = noted.length > 0 ? Map.groupBy(facts.calls, ({ block }) => block) : new Map<BashBlock, Call[]>()
  return noted.flatMap((block) => menuOf(facts, block, byBlock.get(block) ?? []))
})

function menuOf({ page }: PageFacts, block: BashBlock, own: readonly Call[]): Finding[] {
  const all = commentsOf(block)
  const comments = all.filter(({ start }) => own.some(({ command }) => command.end > start))
  const sign = SIGNS.map((read) => read(comments)).find((found) => found !== undefined)
  const told = sign && { place: placeOfComment(page, block, sign.comment), reason: sign.reason }
  const found = told ?? sideBySide(own, all)
  if (!found || own.length < 2) return []
  return [commandMenu.at(found.place, { reasonEs: found.reason.es, reasonEn: found.reason.en })]
}

interface Sign {
  comment: Comment
  reason: Localized
}

type ReadSign = (comments: readonly Comment[]) => Sign | undefined

/** Signs in the comments of a block: they are prose, so their words are all there is to read. */
const SIGNS: readonly ReadSign[] = [
  single(/^(opci[oó]n|option|alternativ[ae]|variante?|m[eé]todo|method) *([a-z\d]\b|:)/i, {
    es: 'ofrece opciones',
    en: 'it offers options',
  }),
  single(/^(o|or)\s+(con|solo|bien|pull|use|with|only|just|else)\b/i, {
    es: 'ofrece opciones',
    en: 'it offers options',
  }),
  several([/❌/, /✅/], {
    es: 'enseña lo que no se hace junto a lo que sí',
    en: 'it shows the wrong way beside the right one',
  }),
  several([/^windows\b/i, /^(linux|mac(os)?)\b/i], {
    es: 'mezcla sistemas operativos',
    en: 'it mixes operating systems',
  }),
  several([/^local\b/i, /^(servidor|server|remot[eo])\b/i], { es: 'mezcla máquinas', en: 'it mixes machines' }),
  several([/^(desarrollo|development)\b/i, /^(producci[oó]n|production)\b/i], {
    es: 'mezcla entornos',
    en: 'it mixes environments',
  }),
  single(
    /^(si|if)\s+(no|not|todo|all|existen?|exists?|falla|fails|pasa|passes|est[aá]|it|the|necesario|needed|usas|you)\b/i,
    {
      es: 'deja una condición en un comentario, y bash no la lee',
      en: 'it leaves a condition in a comment, which bash does not read',
    },
  ),
  single(/^(rollback|roll back|revertir|deshacer|undo)\b/i, {
    es: 'deshace en el mismo bloque',
    en: 'it undoes in the same block',
  }),
]

function single(pattern: RegExp, reason: Localized): ReadSign {
  return (comments) => {
    const comment = comments.find(({ text }) => pattern.test(text))
    return comment && { comment, reason }
  }
}

/** All of the patterns, each in some comment: the sign stands at the last of them. */
function several(patterns: readonly RegExp[], reason: Localized): ReadSign {
  return (comments) => {
    const found = patterns.map((pattern) => comments.find(({ text }) => pattern.test(text)))
    const comment = found.every((one) => one !== undefined) ? found.at(-1) : undefined
    return comment && { comment, reason }
  }
}

/** One program on lines that follow each other, each line with a comment that says what else it is for. */
function sideBySide(calls: readonly Call[], comments: readonly Comment[]) {
  const noted = calls.filter(({ command }) =>
    comments.some(({ trailing, start }) => trailing && start > command.end && start - command.end < 40),
  )
  const second = noted.find((call, index) => index > 0 && isSame(call, noted[index - 1] as Call))
  const reason = { es: 'repite un comando con otros datos', en: 'it repeats one command with other data' }
  return second && { place: placeOfCall(second), reason }
}

const isSame = (a: Call, b: Call) => a.name === b.name && a.match?.subcommand === b.match?.subcommand
