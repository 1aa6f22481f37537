import type { AstroIntegration } from 'astro'

const entry = (path: string) => new URL(path, import.meta.url)

/** Adds the pages that no Markdown file holds: the lists of runbooks, symptoms and incidents, the feed and the texts for language models, per locale, the schemas of reports and of experiment manifests, and what steps printed. */
export function sitePages(): AstroIntegration {
  return {
    name: 'site-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        const schema = entry('./pages/report-schema.ts')
        injectRoute({ pattern: '/schemas/report-1.json', entrypoint: schema, prerender: true })
        const manifest = entry('./pages/manifest-schema.ts')
        injectRoute({ pattern: '/schemas/experiment-manifest-1.json', entrypoint: manifest, prerender: true })
        const transcript = entry('./pages/transcript.ts')
        injectRoute({ pattern: '/evidence/[runbook]/[step].txt', entrypoint: transcript, prerender: true })
        for (const prefix of ['', '/en']) {
          injectRoute({ pattern: `${prefix}/runbooks`, entrypoint: entry('./pages/runbooks.astro'), prerender: true })
          injectRoute({ pattern: `${prefix}/symptoms`, entrypoint: entry('./pages/symptoms.astro'), prerender: true })
          const incidents = `${prefix}/post-mortems`
          injectRoute({ pattern: incidents, entrypoint: entry('./pages/post-mortems.astro'), prerender: true })
          const feed = entry('./pages/post-mortems-feed.ts')
          injectRoute({ pattern: `${incidents}/rss.xml`, entrypoint: feed, prerender: true })
          injectRoute({ pattern: `${prefix}/llms.txt`, entrypoint: entry('./pages/llms.ts'), prerender: true })
          injectRoute({
            pattern: `${prefix}/llms-full.txt`,
            entrypoint: entry('./pages/llms-full.ts'),
            prerender: true,
          })
        }
      },
    },
  }
}
