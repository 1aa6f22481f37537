import { placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const hazardComparedWithItself = defineFinding({
  code: 'HAZARD_COMPARED_WITH_ITSELF',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: '{found} se compara consigo mismo.',
    hint: 'Compáralo con el otro valor.',
    why: 'Lo que se compara consigo mismo es siempre igual: la comprobación acierta pase lo que pase, y nadie lo nota hasta que hace falta.',
  },
  en: {
    message: '{found} is compared with itself.',
    hint: 'Compare it with the other value.',
    why: 'What is compared with itself is always equal: the check passes whatever happens, and nobody notices until it matters.',
  },
  wrong: [
    '```bash step=check-copy effect=read',
    'BEFORE=$(cksum <app.conf)',
    'AFTER=$(cksum <copy.conf)',
    'test "$AFTER" = "$AFTER" && echo "$BEFORE"',
    '```',
  ],
  right: [
    '```bash step=check-copy effect=read',
    'BEFORE=$(cksum <app.conf)',
    'AFTER=$(cksum <copy.conf)',
    'test "$AFTER" = "$BEFORE" && echo "$BEFORE"',
    '```',
  ],
})

/** Bash's own commands that compare two words, and what stands between these. `[[` is grammar, and no command. */
const TESTS = new Set(['test', '['])
const BETWEEN = /^(={1,2}|!=|-(eq|ne|lt|le|gt|ge|nt|ot|ef))$/
/** What another shell has filled in before: two of them look the same. */
const FILLED_IN = /[\uE000-\uF8FF]/

/** Comparisons whose two sides are written the same. */
export const comparedWithItself = pageRule([hazardComparedWithItself], ({ calls }) =>
  calls
    .filter(({ name }) => TESTS.has(name))
    .flatMap((call) =>
      call.words.flatMap(({ word }, index) => {
        const [between, other] = [call.words[index + 1]?.word, call.words[index + 2]?.word]
        const isSame = other?.text === word.text && BETWEEN.test(between?.text ?? '') && !FILLED_IN.test(word.text)
        return isSame ? [hazardComparedWithItself.at(placeOfWord(call, word), { found: word.text })] : []
      }),
    ),
)
