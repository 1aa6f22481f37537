import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Directive, NginxWord } from '#formats/nginx/parse.ts'
import type { PageFile } from '../page-file.ts'
import { named } from './named.ts'

export const fileNginxInherited = defineFinding({
  code: 'FILE_NGINX_INHERITED',
  severity: 'warning',
  allowable: true,
  es: {
    message: 'Con {name} en este bloque dejan de valer los de fuera: {found}.',
    hint: 'Repítelos aquí.',
    why: 'Un add_header en un bloque anula los de fuera: se pierden cabeceras de seguridad sin aviso.',
  },
  en: {
    message: 'With {name} in this block, those from outside no longer hold: {found}.',
    hint: 'Repeat them here.',
    why: 'An add_header in a block cancels those outside: security headers are lost without a word.',
  },
  wrong: [
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  add_header X-Frame-Options DENY;',
    '  location / { add_header Cache-Control no-store; }',
    '}',
    '```',
  ],
  right: [
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  add_header X-Frame-Options DENY;',
    '  location / { add_header X-Frame-Options DENY; add_header Cache-Control no-store; }',
    '}',
    '```',
  ],
})

const INHERITED = ['add_header', 'proxy_set_header'] as const

/** `add_header` in a block: those of the blocks around it no longer hold there. */
export function headerFindings(file: PageFile, { block }: Directive, outer: readonly Directive[]): Finding[] {
  if (!block) return []
  const own = INHERITED.flatMap((name) => {
    const here = named(block, name)
    const lost = named(outer, name).filter(({ args }) => !here.some((other) => sameHeader(other, args[0])))
    const [first] = here
    if (!first || lost.length === 0) return []
    const found = lost.map(({ args }) => args[0]?.text).join(', ')
    return [fileNginxInherited.at(file.at(first.name.start, first.name.end), { name, found })]
  })
  const inner = INHERITED.flatMap((name) => (named(block, name).length > 0 ? named(block, name) : named(outer, name)))
  return [...own, ...block.flatMap((child) => headerFindings(file, child, inner))]
}

const sameHeader = ({ args }: Directive, header: NginxWord | undefined) =>
  args[0]?.text.toLowerCase() === header?.text.toLowerCase()
