import { CATALOGUE } from '#catalogue/catalogue.ts'
import type { Definition } from '#finding/define.ts'
import type { Locale } from '#schema/locale.ts'
import { familyOf } from '#schema/site-pages.ts'

/** The families of findings, in the order of the reference, and what each is about. */
const FAMILIES = {
  document: { es: 'la página como texto', en: 'the page as text' },
  fence: { es: 'los bloques y sus claves', en: 'blocks and their keys' },
  parameter: { es: 'los parámetros', en: 'parameters' },
  procedure: { es: 'los procedimientos', en: 'procedures' },
  command: { es: 'los comandos', en: 'commands' },
  step: { es: 'los pasos', en: 'steps' },
  hazard: { es: 'lo que funciona y hace daño', en: 'what works and does harm' },
  name: { es: 'lo que una parte dice y otra contradice', en: 'what one part says and another contradicts' },
  file: { es: 'los archivos que la página escribe', en: 'files the page writes' },
  locale: { es: 'las dos lenguas', en: 'the two languages' },
  script: { es: 'lo que se genera de las páginas', en: 'what is generated from pages' },
  incident: { es: 'los análisis de incidentes', en: 'post-mortems' },
} as const

/** A page of the reference: where it goes and what it says. */
export interface ReferencePage {
  file: string
  text: string
}

/** The reference of every kind of finding: a page for each family in each language. */
export function referencePages(): ReferencePage[] {
  return (['es', 'en'] as const).flatMap((locale) =>
    Object.keys(FAMILIES).map((family, order) => ({
      file: `content/docs/${locale === 'en' ? 'en/' : ''}reference/${family}.md`,
      text: pageOf(family as keyof typeof FAMILIES, order + 1, locale),
    })),
  )
}

function pageOf(family: keyof typeof FAMILIES, order: number, locale: Locale): string {
  const about = FAMILIES[family][locale]
  const definitions = CATALOGUE.filter(({ code }) => familyOf(code) === family)
  const words = WORDS[locale]
  return `---
title: "${family.toUpperCase()}: ${about}"
description: "${words.description(about)}"
editUrl: false
sidebar: { order: ${order} }
tableOfContents: { maxHeadingLevel: 2 }
---

${words.intro}

${definitions
  .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  .map((definition) => sectionOf(definition, locale))
  .join('\n')}`
}

function sectionOf(definition: Definition, locale: Locale): string {
  const words = WORDS[locale]
  const { code, severity, plain, allowable } = definition
  const { message, hint, why, fixed } = definition[locale]
  const parts = [
    `## ${code}`,
    `**${words.severity[severity]}**${plain ? ` · ${words.plain[plain]}` : ''}`,
    quoted(shown(message)),
    why,
    hint && `${words.hint} ${shown(hint)}`,
    fixed && `${words.fixed}: ${fixed}.`,
    ...('wrong' in definition
      ? [exampleOf(words.wrong, definition.wrong), exampleOf(words.right, definition.right)].flat()
      : []),
    allowable ? words.allow(code) : words.noAllow,
  ]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

/** Examples in plain text, as they are: they are there to be read, and their own fences stay visible. */
function exampleOf(label: string, lines: readonly string[]): string[] {
  return [label, `\`\`\`\`text\n${lines.join('\n').trimEnd()}\n\`\`\`\``]
}

/** What only a finding can fill in shows as `…`; parts that may be left out are left out. */
const shown = (template: string) =>
  template
    .replaceAll(/\[\?[^[\]]*\]/g, '')
    .replaceAll(/\{\w+\}/g, '…')
    .replaceAll('\n', ' ')
    .replaceAll(/[<>[\]*_]/g, (mark) => `\\${mark}`)

const quoted = (text: string) => `> ${text}`

const WORDS = {
  es: {
    description: (about: string) => `Qué encuentra la comprobación sobre ${about}, por qué importa y cómo se corrige.`,
    intro:
      'Cada apartado es un código de hallazgo: qué dice, por qué existe, un ejemplo que lo provoca y otro que no. Los ejemplos se ejecutan en las pruebas. `{{texto*n}}` en un ejemplo significa ese texto repetido n veces, y una línea `=====` separa dos páginas.',
    severity: { error: 'Error', warning: 'Aviso' },
    plain: {
      warning: 'aviso en documentos de fuera de la base',
      off: 'no se aplica a documentos de fuera de la base',
    },
    hint: '**Qué hacer.**',
    fixed: '**Se corrige con `pnpm verify --fix`**',
    wrong: '**Mal:**',
    right: '**Bien:**',
    allow: (code: string) =>
      `**Permitirlo.** En la línea que abre el bloque, con un motivo: \`allow="${code} motivo"\`. En un documento de fuera de la base, en la línea anterior: \`<!-- allow ${code} motivo -->\`.`,
    noAllow: '**Permitirlo.** No se puede: corrígelo.',
  },
  en: {
    description: (about: string) => `What the checks find about ${about}, why it matters and how to fix it.`,
    intro:
      'Each section is the code of a finding: what it says, why it exists, an example that has it and one that does not. The tests execute the examples. `{{text*n}}` in an example means that text n times, and a line `=====` parts two pages.',
    severity: { error: 'Error', warning: 'Warning' },
    plain: {
      warning: 'a warning in documents outside the knowledge base',
      off: 'does not apply to documents outside the knowledge base',
    },
    hint: '**What to do.**',
    fixed: '**Fixable with `pnpm verify --fix`**',
    wrong: '**Wrong:**',
    right: '**Right:**',
    allow: (code: string) =>
      `**Allow it.** On the line that opens the block, with a reason: \`allow="${code} reason"\`. In a document outside the knowledge base, on the line before: \`<!-- allow ${code} reason -->\`.`,
    noAllow: '**Allow it.** This cannot be allowed: fix it.',
  },
} as const
