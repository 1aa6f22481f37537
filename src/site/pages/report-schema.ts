import type { APIRoute } from 'astro'
import { reportJsonSchema } from '#report/json.ts'

/** The JSON Schema of `--report json`, for the scripts that read it. */
export const GET: APIRoute = () =>
  new Response(reportJsonSchema(), { headers: { 'content-type': 'application/schema+json' } })
