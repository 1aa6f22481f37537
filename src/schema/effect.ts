import { z } from 'zod'

/** What a step may do to the world, from harmless to destructive. */
export const EFFECT_VERBS = ['read', 'create', 'update', 'delete'] as const
export const effectVerbSchema = z.enum(EFFECT_VERBS)
export type EffectVerb = z.infer<typeof effectVerbSchema>

/** One thing a step did to the world: a verb on a named resource. `kind` is dotted, `run.service`, `docker.image`. */
export const effectSchema = z.strictObject({
  verb: effectVerbSchema,
  kind: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/),
  name: z.string(),
})
export type Effect = z.infer<typeof effectSchema>
