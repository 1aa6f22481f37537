import type { APIRoute } from 'astro'
import { pageData, slugOf } from '../page-data.ts'
import { lastRuns } from '../verification.ts'

interface Props {
  output: string
}

/** One text file for each step that printed something when it was last verified. */
export function getStaticPaths() {
  const runbooks = new Map(lastRuns().map(({ id, file }) => [id, slugOf(file)]))
  return [...runbooks].flatMap(([runbook, slug]) => {
    const badges = (slug && pageData(slug, 'es').evidence?.badges) || new Map()
    return [...badges].flatMap(([step, { output }]) =>
      output ? [{ params: { runbook, step }, props: { output } }] : [],
    )
  })
}

/** What a step printed, redacted before it was kept. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(`${props.output}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
