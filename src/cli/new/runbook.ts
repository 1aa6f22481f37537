import type { Localized } from '#schema/locale.ts'
import type { Asked } from './asked.ts'
import { titleOf } from './title.ts'

/** A runbook of two procedures that runs as it is: look and change, then undo and look. */
export const runbook = (asked: Asked): Localized => ({ es: page(asked, ES), en: page(asked, EN) })

interface Words {
  description: string
  when: string
  whenUndo: string
  label: string
  intro: string
  look: readonly [string, string]
  change: readonly [string, string]
  undo: readonly [string, string]
  check: string
  trouble: readonly [string, string]
  call: readonly [string, string]
}

const ES: Words = {
  description: 'Una frase que diga qué consigue quien la sigue.',
  when: 'Di cuándo hace falta.',
  whenUndo: 'Di cuándo hay que volver atrás.',
  label: 'Texto de la nota',
  intro: `**Propósito.** Di qué habrá cambiado al terminar.

**Alcance.** Di a quién afecta, y qué no toca.

**Antes de empezar** necesitas: los permisos y las herramientas que usan los pasos.`,
  look: ['Comprobar el punto de partida', 'Todavía no hay ninguna nota.'],
  change: ['Hacer el cambio', 'Una acción por paso, y detrás lo que debe verse.'],
  undo: ['Volver atrás', 'Di cómo se deshace, o que no se puede.'],
  check: 'No queda ninguna nota.',
  trouble: ['Si algo falla', 'Pon cada mensaje que puede aparecer, qué significa y qué hacer.'],
  call: ['A quién avisar', 'Nombra un papel, no a una persona.'],
}

const EN: Words = {
  description: 'One sentence that says what whoever follows it gets.',
  when: 'Say when it is needed.',
  whenUndo: 'Say when to go back.',
  label: 'Text of the note',
  intro: `**Purpose.** Say what will have changed at the end.

**Scope.** Say who it affects, and what it leaves alone.

**Before you start** you need: the permissions and tools the steps use.`,
  look: ['Check the starting point', 'There is no note yet.'],
  change: ['Make the change', 'One action per step, and after it what must be seen.'],
  undo: ['Go back', 'Say how it is undone, or that it cannot be.'],
  check: 'No note is left.',
  trouble: ['If something fails', 'Give each message that may appear, what it means and what to do.'],
  call: ['Who to tell', 'Name a role, not a person.'],
}

const page = ({ id, system }: Asked, words: Words): string => `---
title: ${titleOf(id)}
description: ${words.description}
runbook:
  id: ${id}
  system: ${system}
  parameters:
    NOTE_TEXT:
      type: text
      label: ${words.label}
      example: ready
  procedures:
    - id: write
      title: ${words.change[0]}
      when: ${words.when}
      steps: check-before..write-note
      undo: remove
    - id: remove
      title: ${words.undo[0]}
      when: ${words.whenUndo}
      after: write
      steps: remove-note..check-after
      undo: write
---

${words.intro}

## ${words.look[0]}

${words.look[1]}

\`\`\`bash step=check-before effect=read exit=1
test -e note.txt
\`\`\`

## ${words.change[0]}

${words.change[1]}

\`\`\`bash step=write-note effect=create
printf '%s\\n' "$NOTE_TEXT" >note.txt
cat note.txt
\`\`\`

\`\`\`text expect=whole
$NOTE_TEXT
\`\`\`

## ${words.undo[0]}

${words.undo[1]}

\`\`\`bash step=remove-note effect=delete undoes=write-note
rm note.txt
\`\`\`

${words.check}

\`\`\`bash step=check-after effect=read exit=1
test -e note.txt
\`\`\`

## ${words.trouble[0]}

${words.trouble[1]}

## ${words.call[0]}

${words.call[1]}
`
