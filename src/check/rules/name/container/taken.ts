import { placeOfWord } from '#check/page/call.ts'
import { isPlain, type Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { lineOf, type Run } from './run.ts'

export const nameTaken = defineFinding({
  code: 'NAME_TAKEN',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El contenedor «{name}» ya existe desde la línea {line}: docker run se negaría.',
    hint: 'Bórralo antes con docker rm, o dale otro nombre.',
    why: 'Docker no crea un segundo contenedor con un nombre en uso: el paso falla, y sigue en marcha el primero, con la imagen de antes.',
  },
  en: {
    message: 'The container `{name}` exists since line {line}: docker run would refuse.',
    hint: 'Remove it first with docker rm, or give it another name.',
    why: 'Docker creates no second container under a name in use: the step fails, and the first one stays, with the image of before.',
  },
  wrong: [
    '```bash step=start effect=create',
    'docker run --detach --name=api app:1.0.0',
    '```',
    '',
    '```bash step=start-again effect=create',
    'docker run --detach --name=api app:1.1.0',
    '```',
  ],
  right: [
    '```bash step=start effect=create',
    'docker run --detach --name=api app:1.0.0',
    '```',
    '',
    '```bash step=start-again effect=delete',
    'docker rm --force api',
    'docker run --detach --name=api app:1.1.0',
    '```',
  ],
})

/** In a plain document only what stands under the same heading is one procedure. */
export function taken(page: Page, { name, call, container }: Run, before: Run | undefined): Finding[] {
  if (!before || (isPlain(page) && before.call.block.heading !== call.block.heading)) return []
  const word = container.name?.word ?? call.nameWord
  return [nameTaken.at(placeOfWord(call, word), { name, line: lineOf(before.call) })]
}
