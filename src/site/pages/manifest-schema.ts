import type { APIRoute } from 'astro'
import { manifestJsonSchema } from '#service/manifest/schema.ts'

/** The JSON Schema of an experiment manifest, for the trainings that write one. */
export const GET: APIRoute = () =>
  new Response(manifestJsonSchema(), { headers: { 'content-type': 'application/schema+json' } })
