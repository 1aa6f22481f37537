import { z } from 'zod'
import { parseDuration } from './duration.ts'

const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** Milliseconds from `12m`; see `parseDuration`. */
const duration = z.string().transform((written, context) => {
  const milliseconds = parseDuration(written)
  if (milliseconds === undefined) context.addIssue({ code: 'custom', message: 'duration' })
  return milliseconds ?? 0
})

/** A day, or a moment with or without its zone (ISO 8601). YAML readers that know dates give a Date for a day. */
const at = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().replace('T00:00:00.000Z', '') : value),
  z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/),
)

/** When something happened, as far as anyone knows; anything short of exact says why. */
export const momentSchema = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('exact'), at }),
  z.strictObject({ precision: z.literal('estimated'), at, reason: text }),
  z.strictObject({ precision: z.literal('unknown'), reason: text }),
])
export type Moment = z.infer<typeof momentSchema>

export const INCIDENT_STATUSES = ['open', 'mitigated', 'resolved', 'closed'] as const
export const INCIDENT_SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'] as const
export const INCIDENT_THEMES = [
  'environment-variables',
  'image-versions',
  'secrets',
  'automation',
  'server-drift',
  'destructive-commands',
  'health-checks',
  'documentation',
] as const
export const FACTOR_KINDS = ['technical', 'process', 'detection', 'documentation'] as const
export const RELATIONS = ['prevents', 'detects', 'mitigates', 'resolves'] as const
export const ACTION_TYPES = ['prevent', 'detect', 'mitigate', 'document'] as const
/** `demonstrated`: a fixture or a check of ours shows it; `done`: it was done where the incident happened. */
export const ACTION_STATUSES = ['open', 'demonstrated', 'done', 'declined'] as const
export const ACTION_PRIORITIES = ['high', 'medium', 'low', 'none'] as const

/** What contributed. `shown` is the step of the page that shows it; `accepted` says why nothing is done about it. */
export const factorSchema = z.strictObject({
  id: slug,
  kind: z.enum(FACTOR_KINDS),
  text,
  shown: slug.optional(),
  accepted: text.optional(),
})

/** Something that happened, in order. `lasted` is how long it took, as the account says. */
export const timelineEntrySchema = z.strictObject({
  id: slug,
  time: momentSchema,
  lasted: duration.optional(),
  text,
})

/** A relation to a runbook, by its id. */
export const relatedRunbookSchema = z.strictObject({ id: slug, relation: z.enum(RELATIONS) })

/** `priority` and `due` are `none` where nobody gave any. `verified` names what proves it: `step:<page id>#<step id>`, `finding:<CODE>` or `file:<path in the repository>`. */
export const actionSchema = z.strictObject({
  id: slug,
  type: z.enum(ACTION_TYPES),
  text,
  role: text,
  status: z.enum(ACTION_STATUSES),
  priority: z.enum(ACTION_PRIORITIES).optional(),
  due: z.union([z.literal('none'), at]).optional(),
  closes: z.array(slug).default([]),
  verified: z
    .string()
    .regex(/^(step:[a-z0-9-]+#[a-z0-9-]+|finding:[A-Z_]+|file:[^\s]+)$/)
    .optional(),
  reason: text.optional(),
})

/**
 * A figure the account states. `stated` is a duration; `parts` are timeline entries whose durations
 * add up to what we compute. More than 10 % apart, `discrepancy` says why the account does not hold.
 */
export const claimSchema = z.strictObject({
  id: slug,
  text,
  stated: duration,
  parts: z.array(slug).nonempty(),
  discrepancy: text.optional(),
})

/**
 * What a post-mortem knows about its incident: the `incident` key of its frontmatter. Which runbook it
 * has to do with may not be known while it is open.
 */
export const incidentSchema = z
  .strictObject({
    id: slug,
    status: z.enum(INCIDENT_STATUSES),
    /** What happened, to whom, and how it ended, for someone who was not there. */
    summary: text,
    severity: z.enum(INCIDENT_SEVERITIES),
    severityReason: text,
    services: z.array(slug).nonempty(),
    themes: z.array(z.enum(INCIDENT_THEMES)).nonempty(),
    times: z.strictObject({
      started: momentSchema,
      detected: momentSchema,
      mitigated: momentSchema,
      resolved: momentSchema,
    }),
    detection: text,
    impact: text,
    factors: z.array(factorSchema).nonempty(),
    timeline: z.array(timelineEntrySchema).nonempty(),
    runbooks: z.array(relatedRunbookSchema),
    actions: z.array(actionSchema).nonempty(),
    lessons: z.strictObject({
      wentWell: z.array(text).default([]),
      wentWrong: z.array(text).default([]),
      lucky: z.array(text).default([]),
    }),
    claims: z.array(claimSchema).default([]),
  })
  .refine(({ status, runbooks }) => status === 'open' || runbooks.length > 0, {
    path: ['runbooks'],
    error: 'a runbook, once the incident is not open any more',
  })
export type Incident = z.infer<typeof incidentSchema>
export type Factor = z.infer<typeof factorSchema>
export type Action = z.infer<typeof actionSchema>
export type Claim = z.infer<typeof claimSchema>

/** What is prose in an incident: everything else is the same in every language. */
export const INCIDENT_PROSE: ReadonlySet<string> = new Set([
  'text',
  'summary',
  'reason',
  'severityReason',
  'detection',
  'impact',
  'accepted',
  'discrepancy',
  'role',
  'wentWell',
  'wentWrong',
  'lucky',
])

/** What the parts of a claim add up to, in milliseconds, as the timeline has them. */
export function computed(claim: Claim, { timeline }: Pick<Incident, 'timeline'>): number {
  return timeline.filter(({ id }) => claim.parts.includes(id)).reduce((sum, { lasted = 0 }) => sum + lasted, 0)
}
