import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const documentHeadingDuplicate = defineFinding({
  code: 'DOCUMENT_HEADING_DUPLICATE',
  severity: 'warning',
  es: {
    message: 'El título «{text}» ya está en la línea {line}: un enlace a él lleva al primero.',
    hint: 'Da a cada apartado un título propio.',
    why: 'Dos apartados con un mismo título comparten enlace: el de la alerta de las tres lleva siempre al primero.',
  },
  en: {
    message: 'The heading "{text}" is already on line {line}: a link to it leads to the first.',
    hint: 'Give each section a heading of its own.',
    why: 'Two sections of one title share a link: the one in the alert at three always leads to the first.',
  },
  wrong: ['## Comprobar', '', '## Comprobar'],
  right: ['## Comprobar el servicio', '', '## Comprobar la base de datos'],
})

/** Headings that share their text: a link to one of them leads to whichever comes first. */
export const duplicateHeading = pageRule([documentHeadingDuplicate], ({ page }) => {
  const first = new Map<string, number>()
  return page.headings.flatMap(({ text, place }): Finding[] => {
    const line = first.get(text)
    if (line !== undefined) return [documentHeadingDuplicate.at(place, { text, line })]
    first.set(text, place.start.line)
    return []
  })
})
