import { defineCollection } from 'astro:content'
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders'
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema'
import { z } from 'astro/zod'
import { runbookHeaderSchema } from './src/schema/frontmatter.ts'
import { incidentSchema } from './src/schema/incident.ts'

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({
      extend: z.object({
        runbook: runbookHeaderSchema.optional(),
        incident: incidentSchema.optional(),
        /** A picture of the site, shown below the title. */
        picture: z.enum(['docker-fixture']).optional(),
      }),
    }),
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
}
