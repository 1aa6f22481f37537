import { z } from 'zod'
import { cardKeys, escalationSchema } from './card.ts'
import { incidentSchema } from './incident.ts'
import { parameterDeclarationSchema, parameterNameSchema } from './parameter/parameter.ts'
import { exceptionsSchema, procedureDeclarationSchema } from './procedure.ts'

export const runbookIdSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** What makes a page a runbook: the `runbook` key of its frontmatter. */
export const runbookHeaderSchema = z.strictObject({
  id: runbookIdSchema,
  system: z.string().regex(/^[a-z][a-z0-9-]*$/),
  parameters: z.record(parameterNameSchema, parameterDeclarationSchema).default({}),
  /** Its uses. A page that declares none has one: all its steps. */
  procedures: z.array(procedureDeclarationSchema).min(1).optional(),
  /** What counts for each procedure that does not say it itself. */
  ...cardKeys,
  /** Whom to tell, for all of its procedures. */
  escalation: z.array(escalationSchema).min(1).optional(),
  /** What holds for none of its procedures. */
  except: exceptionsSchema.optional(),
  /** Why its steps need real tools: the embedded fixture leaves them out, with this reason. */
  docker: z.string().trim().min(8).optional(),
})
export type RunbookHeader = z.infer<typeof runbookHeaderSchema>

/** The frontmatter of any page. Keys not named here belong to the site and pass unread. */
export const pageHeaderSchema = z.looseObject({
  title: z.string().trim().min(1),
  description: z.string().optional(),
  runbook: runbookHeaderSchema.optional(),
  incident: incidentSchema.optional(),
})
