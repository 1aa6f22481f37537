import type { Localized } from '#schema/locale.ts'
import type { Asked } from './asked.ts'
import { titleOf } from './title.ts'

/** A runbook of two procedures that runs as it is, in any world: look and change, then undo and look. */
export const runbook = (asked: Asked): Localized => ({ es: page(asked, ES), en: page(asked, EN) })

interface Words {
  description: string
  when: string
  whenUndo: string
  label: string
  intro: (id: string) => string
  before: readonly [string, string]
  look: readonly [string, string]
  change: readonly [string, string]
  verify: readonly [string, string]
  undo: readonly [string, string]
  check: string
  trouble: readonly [string, string]
}

const ES: Words = {
  description: 'Una frase que diga qué consigue quien la sigue.',
  when: 'Di cuándo hace falta.',
  whenUndo: 'Di cuándo hay que volver atrás.',
  label: 'Texto de la nota',
  intro: (id) => `**Síntoma.** Di qué se ve: el mensaje, la alerta o el código, con las palabras que alguien buscaría.

**Qué ejecutar.** \`pnpm runbook ${id} write\`, que pide los valores. Con \`--dry-run\`, el ensayo con esos mismos valores.

**Cuánto tarda y qué interrumpe.** Di cuánto, medido, y a quién afecta.

**Cuándo parar.** Di con qué señal, y a quién avisar entonces.

**Cuándo no usarlo.** Di en qué casos, y qué usar en su lugar.`,
  before: ['Antes de empezar', 'Nombra los permisos y las herramientas que usan los pasos, con su versión.'],
  look: ['Anotar el punto de partida', 'Di por qué conviene saberlo. Aquí: si ya hay una nota, sale su nombre.'],
  change: ['Hacer el cambio', 'Una acción por paso, y por qué hace falta.'],
  verify: ['Verificar', 'Comprueba algo que fallaría si el cambio no se hubiera hecho.'],
  undo: ['Volver atrás', 'Di cómo se deshace, o que no se puede.'],
  check: 'No queda ninguna nota.',
  trouble: [
    'Solución de problemas',
    `Pon cada mensaje que puede aparecer, qué significa y qué hacer.

**A quién avisar.** Nombra un papel, no a una persona; di desde cuándo y por qué canal.`,
  ],
}

const EN: Words = {
  description: 'One sentence that says what whoever follows it gets.',
  when: 'Say when it is needed.',
  whenUndo: 'Say when to go back.',
  label: 'Text of the note',
  intro: (
    id,
  ) => `**Symptom.** Say what is seen: the message, the alert or the code, in the words somebody would search for.

**What to run.** \`pnpm runbook ${id} write\`, which asks for the values. Add \`--dry-run\` to rehearse with those same values.

**How long it takes, and what it interrupts.** Say how long, measured, and who is affected.

**When to stop.** Say at which sign, and who to tell then.

**When not to use it.** Say in which cases, and what to use instead.`,
  before: ['Before you start', 'Name the permissions and the tools the steps use, with their versions.'],
  look: [
    'Write down the starting point',
    'Say why it is worth knowing. Here: if there is a note already, its name is listed.',
  ],
  change: ['Make the change', 'One action per step, and why it is needed.'],
  verify: ['Verify', 'Check something that would fail if the change had not been made.'],
  undo: ['Roll back', 'Say how it is undone, or that it cannot be.'],
  check: 'No note is left.',
  trouble: [
    'Troubleshooting',
    `Give each message that may appear, what it means and what to do.

**Who to tell.** Name a role, not a person; say from when on, and by which channel.`,
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

${words.intro(id)}

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
