import type { Locale, Localized } from '#schema/locale.ts'
import type { Asked } from './kind.ts'
import { titleOf } from './title.ts'

/** A post-mortem that says what is not known yet: all of it, or all but what the run that met it tells. */
export const incident = (asked: Asked): Localized => ({ es: page(asked, ES, 'es'), en: page(asked, EN, 'en') })

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

/** What a run that met the incident adds, in one language. */
interface FromRun {
  summary: string
  impact: string
  detection: string
  detected: string
  resolved: string
  ran: (title: string, url: string, procedure: string) => string
}

const FROM_RUN: Record<Locale, FromRun> = {
  es: {
    summary: '[POR RELLENAR: qué dejó de funcionar, para quién y cómo terminó, en tres frases]',
    impact: '[POR RELLENAR: qué dejó de funcionar, para quién y cuánto tiempo]',
    detection: '[POR RELLENAR: quién lo vio y cómo]',
    detected: 'Cuando empezó la ejecución; pudo verse antes. [POR RELLENAR: cuándo se vio]',
    resolved: 'Cuando acabó la ejecución. [POR RELLENAR: si entonces estaba resuelto]',
    ran: (title, url, procedure) =>
      `Se ejecutó [${title}](${url}), procedimiento «${procedure}». La cronología sale de su diario; lo que falta es de quien estuvo allí.`,
  },
  en: {
    summary: '[TO FILL IN: what stopped working, for whom and how it ended, in three sentences]',
    impact: '[TO FILL IN: what stopped working, for whom and for how long]',
    detection: '[TO FILL IN: who saw it and how]',
    detected: 'When the run began; it may have been seen before. [TO FILL IN: when it was seen]',
    resolved: 'When the run ended. [TO FILL IN: whether it was resolved by then]',
    ran: (title, url, procedure) =>
      `[${title}](${url}) was run, procedure "${procedure}". The timeline comes from its journal; the rest is for whoever was there.`,
  },
}

/** A text as YAML has it, whatever is in it. */
const quoted = (text: string) => JSON.stringify(text)

const unknown = ({ unknown: reason }: typeof ES) => `{ precision: unknown, reason: ${reason} }`

const estimated = (at: string, reason: string) => `{ precision: estimated, at: ${at}, reason: ${quoted(reason)} }`

const timeline = ({ run }: Asked, words: typeof ES, locale: Locale): string =>
  (
    run?.timeline.map(
      ({ id, at, text }) => `    - id: ${id}
      time: { precision: exact, at: ${at} }
      text: ${quoted(text[locale])}`,
    ) ?? [
      `    - id: unknown
      time: ${unknown(words)}
      text: ${words.event}`,
    ]
  ).join('\n')

function page(asked: Asked, words: typeof ES, locale: Locale): string {
  const { id, system, run } = asked
  const told = run && FROM_RUN[locale]
  return `---
title: ${titleOf(id)}
description: ${words.description}
incident:
  id: ${id}
  status: open
  summary: ${told ? quoted(told.summary) : words.summary}
  severity: unknown
  severityReason: ${words.severity}
  services: [${system}]
  themes: [documentation]
  times:
    started: ${unknown(words)}
    detected: ${run && told ? estimated(run.began, told.detected) : unknown(words)}
    mitigated: ${unknown(words)}
    resolved: ${run?.done && told ? estimated(run.done, told.resolved) : unknown(words)}
  detection: ${told ? quoted(told.detection) : words.detection}
  impact: ${told ? quoted(told.impact) : words.impact}
  factors:
    - id: unknown
      kind: technical
      text: ${words.factor}
  timeline:
${timeline(asked, words, locale)}
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

${run && told ? `${told.ran(run.title[locale], run.url[locale], run.procedure[locale])}\n\n` : ''}${words.body}
`
}
