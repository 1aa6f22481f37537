import type { Localized } from '#schema/locale.ts'
import type { Asked } from './kind.ts'
import { titleOf } from './title.ts'

/** A runbook of two procedures that runs as it is, in any world: look and change, then undo and look. */
export const runbook = (asked: Asked): Localized => ({ es: page(asked, ES), en: page(asked, EN) })

interface Words {
  description: string
  when: string
  whenUndo: string
  label: string
  intro: string
  before: readonly [string, string]
  look: readonly [string, string]
  change: readonly [string, string]
  verify: readonly [string, string]
  undo: readonly [string, string]
  check: string
  trouble: readonly [string, string]
  card: readonly string[]
}

const ES: Words = {
  description: 'Una frase que diga qué consigue quien la sigue.',
  when: 'Di cuándo hace falta.',
  whenUndo: 'Di cuándo hay que volver atrás.',
  label: 'Texto de la nota',
  intro: 'Di qué habrá cambiado al terminar, y qué no toca.',
  before: ['Antes de empezar', 'Nombra los permisos y las herramientas que usan los pasos, con su versión.'],
  look: ['Anotar el punto de partida', 'Di por qué conviene saberlo. Aquí: si ya hay una nota, sale su nombre.'],
  change: ['Hacer el cambio', 'Una acción por paso, y por qué hace falta.'],
  verify: ['Verificar', 'Comprueba algo que fallaría si el cambio no se hubiera hecho.'],
  undo: ['Volver atrás', 'Di cómo se deshace, o que no se puede.'],
  check: 'No queda ninguna nota.',
  trouble: ['Solución de problemas', `Pon cada mensaje que puede aparecer, qué significa y qué hacer.`],
  card: [
    'symptoms: [El mensaje que alguien vería]',
    'takes: Di cuánto tardó al medirlo.',
    'interrupts: Di a quién afecta y cuánto dura, o que a nadie.',
    'stop: Di qué hay que ver para no seguir y pedir ayuda.',
    'instead: [{ when: Di en qué caso no sirve, do: di qué hacer entonces }]',
    'escalation: [{ when: Di la condición, within: 15m, role: nombra un papel y no a una persona, how: di el canal }]',
  ],
}

const EN: Words = {
  description: 'One sentence that says what whoever follows it gets.',
  when: 'Say when it is needed.',
  whenUndo: 'Say when to go back.',
  label: 'Text of the note',
  intro: 'Say what will have changed at the end, and what it leaves alone.',
  before: ['Before you start', 'Name the permissions and the tools the steps use, with their versions.'],
  look: [
    'Write down the starting point',
    'Say why it is worth knowing. Here: if there is a note already, its name is listed.',
  ],
  change: ['Make the change', 'One action per step, and why it is needed.'],
  verify: ['Verify', 'Check something that would fail if the change had not been made.'],
  undo: ['Roll back', 'Say how it is undone, or that it cannot be.'],
  check: 'No note is left.',
  trouble: ['Troubleshooting', `Give each message that may appear, what it means and what to do.`],
  card: [
    'symptoms: [The message someone would see]',
    'takes: Say how long it took when measured.',
    'interrupts: Say whom it affects and for how long, or that it is nobody.',
    'stop: Say what one has to see to stop and ask for help.',
    'instead: [{ when: Say in which case it is the wrong one, do: say what to do then }]',
    'escalation: [{ when: Say the condition, within: 15m, role: name a role and not a person, how: say the channel }]',
  ],
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
${words.card.map((line) => `  ${line}`).join('\n')}
  procedures:
    - id: write
      title: ${words.change[0]}
      when: ${words.when}
      steps: check-before..check-written
      undo: remove
    - id: remove
      title: ${words.undo[0]}
      when: ${words.whenUndo}
      after: write
      steps: remove-note..check-removed
      undo: write
---

${words.intro}

## ${words.before[0]}

${words.before[1]}

## ${words.look[0]}

${words.look[1]}

\`\`\`bash step=check-before effect=read
find . -maxdepth 1 -name note.txt
\`\`\`

## ${words.change[0]}

${words.change[1]}

\`\`\`bash step=write-note effect=create
printf '%s\\n' "$NOTE_TEXT" >note.txt
\`\`\`

## ${words.verify[0]}

${words.verify[1]}

\`\`\`bash step=check-written effect=read
cat note.txt
\`\`\`

\`\`\`text expect=whole
$NOTE_TEXT
\`\`\`

## ${words.undo[0]}

${words.undo[1]}

\`\`\`bash step=remove-note effect=delete undoes=write-note
rm -f note.txt
\`\`\`

${words.check}

\`\`\`bash step=check-removed effect=read exit=1
test -e note.txt
\`\`\`

## ${words.trouble[0]}

${words.trouble[1]}
`
