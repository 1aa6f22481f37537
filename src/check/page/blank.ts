import type { BashCommand, BashRedirect } from '#document/bash/model.ts'

/** A blank in angles that a reader fills in, as it stands in a block. */
export interface Blank {
  found: string
  start: number
}

/** `<host>` and `<name of the host>`: what bash takes for `<host` and `>next`. */
export function blanksOf({ redirects }: BashCommand, text: string): Blank[] {
  return redirects.flatMap((redirect, index) => {
    if (!isOpening(redirect)) return []
    const next = redirects[index + 1]
    const closed = next?.start === redirect.end && next.operator.startsWith('>')
    const found = closed ? `<${redirect.target?.text}>` : SEVERAL_WORDS.exec(text.slice(redirect.start))?.[0]
    return found === undefined ? [] : [{ found, start: redirect.start }]
  })
}

const isOpening = ({ operator, target, start }: BashRedirect) =>
  operator === '<' && target !== undefined && target.start === start + 1 && /^[A-Za-z][\w-]*$/.test(target.text)

/** Words between angles, the second of them close to the last: no file has the name of another redirection. */
const SEVERAL_WORDS = /^<[A-Za-z][\w-]*(?: [\w-]+)+>(?![\w./])/
