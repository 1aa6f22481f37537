import { pageRule } from '#check/rule.ts'
import { type Heading, isRunbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const stepSectionEmpty = defineFinding({
  code: 'STEP_SECTION_EMPTY',
  severity: 'error',
  plain: 'off',
  es: {
    message: 'La sección «{heading}» no tiene ningún bloque, y todas las que están a su lado sí.',
    hint: 'Escribe su comando, o pasa el texto a otra sección.',
    why: 'Un título que dice qué hacer y no tiene comando es casi siempre un bloque que se borró sin querer.',
  },
  en: {
    message: 'The section "{heading}" has no block, and all those beside it have.',
    hint: 'Write its command, or move the text to another section.',
    why: 'A title that says what to do and has no command is nearly always a block that was removed by accident.',
  },
  wrong: [
    '## Contenedores',
    '',
    '### Ver los contenedores',
    '',
    '```bash step=list effect=read',
    'docker ps',
    '```',
    '',
    '### Ver las imágenes',
    '',
    'Muestra las que hay en el equipo.',
  ],
  right: [
    '## Contenedores',
    '',
    '### Ver los contenedores',
    '',
    '```bash step=list effect=read',
    'docker ps',
    '```',
    '',
    '### Ver las imágenes',
    '',
    'Muestra las que hay en el equipo.',
    '',
    '```bash step=list-images effect=read',
    'docker image ls',
    '```',
  ],
})

/** Sections of a runbook that have no block where all others beside them have: the title says what to do, and the command is gone. */
export const emptySection = pageRule([stepSectionEmpty], ({ page }) => {
  if (!isRunbook(page)) return []
  const filled = new Set(page.blocks.map(({ heading }) => heading))
  const beside = Map.groupBy(leavesOf(page.headings), ({ parent }) => parent)
  return [...beside.values()].flatMap((leaves): Finding[] => {
    const [empty, another] = leaves.filter(({ heading }) => !filled.has(heading))
    if (!empty || another || leaves.length === 1) return []
    return [stepSectionEmpty.at(empty.heading.place, { heading: empty.heading.text })]
  })
})

/** Headings below the second level that have none below them, each with the one it is part of. */
function leavesOf(headings: readonly Heading[]): { heading: Heading; parent: Heading | undefined }[] {
  return headings.flatMap((heading, index) => {
    const isParent = (headings[index + 1]?.depth ?? 0) > heading.depth
    const parent = headings.slice(0, index).findLast(({ depth }) => depth < heading.depth)
    return heading.depth > 2 && !isParent ? [{ heading, parent }] : []
  })
}
