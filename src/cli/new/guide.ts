import type { Localized } from '#schema/locale.ts'
import type { Asked } from './kind.ts'
import { titleOf } from './title.ts'

/** A guide: what it is for, what it explains, where to go on. */
export const guide = ({ id }: Asked): Localized => ({
  es: `---
title: ${titleOf(id)}
description: Una frase que diga qué aprende quien la lee.
---

Di en dos frases para quién es esta guía y qué sabrá hacer al terminar.

## Qué necesitas saber

Explica una idea por apartado, con un ejemplo.

## Cómo seguir

Enlaza el runbook que pone en práctica lo que has explicado.
`,
  en: `---
title: ${titleOf(id)}
description: One sentence that says what its reader learns.
---

Say in two sentences who this guide is for, and what they will be able to do at its end.

## What you need to know

Explain one idea per section, with an example.

## Where to go next

Link the runbook that puts into practice what you explained.
`,
})
