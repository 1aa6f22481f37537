import type { Localized } from '#schema/locale.ts'
import type { Asked } from './asked.ts'
import { titleOf } from './title.ts'

/** A post-mortem of which nothing is known yet, and that says so. */
export const incident = (asked: Asked): Localized => ({ es: page(asked, ES), en: page(asked, EN) })

const ES = {
  description: 'Una frase que diga qué dejó de funcionar y qué lo hizo posible.',
  summary: 'Di en tres frases qué dejó de funcionar, para quién y cómo terminó.',
  severity: 'Sin valorar todavía.',
  unknown: 'No se sabe todavía.',
  detection: 'Desconocida. Di quién lo vio y cómo.',
  impact: 'Desconocido. Di qué dejó de funcionar, para quién y cuánto tiempo.',
  factor: 'Desconocido. Di qué lo hizo posible, sin nombrar a nadie.',
  event: 'Desconocido. Di qué pasó, en orden.',
  action: 'Averiguar qué lo hizo posible.',
  role: 'Plataforma',
  body: `Di en un párrafo qué pasó y cómo se arregló.

## Qué se vio

Di qué síntomas había y qué mensajes.

## Qué lo hizo posible

Explica los factores. Sobre cada uno, di qué acción lo cierra o por qué se acepta.`,
}

const EN: typeof ES = {
  description: 'One sentence that says what stopped working and what made it possible.',
  summary: 'Say in three sentences what stopped working, for whom and how it ended.',
  severity: 'Not assessed yet.',
  unknown: 'Not known yet.',
  detection: 'Unknown. Say who saw it and how.',
  impact: 'Unknown. Say what stopped working, for whom and for how long.',
  factor: 'Unknown. Say what made it possible, without naming anyone.',
  event: 'Unknown. Say what happened, in order.',
  action: 'Find out what made it possible.',
  role: 'Platform',
  body: `Say in a paragraph what happened and how it was resolved.

## What was seen

Say which symptoms there were, and which messages.

## What made it possible

Explain the factors. Of each, say which action closes it or why it is accepted.`,
}

const page = ({ id, system }: Asked, words: typeof ES): string => `---
title: ${titleOf(id)}
description: ${words.description}
incident:
  id: ${id}
  status: open
  summary: ${words.summary}
  severity: unknown
  severityReason: ${words.severity}
  services: [${system}]
  themes: [documentation]
  times:
    started: { precision: unknown, reason: ${words.unknown} }
    detected: { precision: unknown, reason: ${words.unknown} }
    mitigated: { precision: unknown, reason: ${words.unknown} }
    resolved: { precision: unknown, reason: ${words.unknown} }
  detection: ${words.detection}
  impact: ${words.impact}
  factors:
    - id: unknown
      kind: technical
      text: ${words.factor}
  timeline:
    - id: unknown
      time: { precision: unknown, reason: ${words.unknown} }
      text: ${words.event}
  runbooks: []
  actions:
    - id: find-out
      type: document
      text: ${words.action}
      role: ${words.role}
      status: open
      priority: none
      due: none
      closes: [unknown]
  lessons: {}
---

${words.body}
`
