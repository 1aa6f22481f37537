// @ts-check
import { satteri } from '@astrojs/markdown-satteri'
import starlight from '@astrojs/starlight'
import { defineConfig, passthroughImageService } from 'astro/config'
import starlightLinksValidator from 'starlight-links-validator'
import { breakableNames } from './src/site/breakable-names.ts'
import { HANGING_INDENT } from './src/site/code/indent.ts'
import { pluginRunbookBlocks } from './src/site/code/plugin.ts'
import { diagrams } from './src/site/diagram/plugin.ts'
import { sitePages } from './src/site/integration.ts'
import { isKnownLink } from './src/site/known-links.ts'

const editBase = process.env.SITE_EDIT_URL ?? 'https://example.com/edit/main/'

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://runbooks.example.com',
  // Starlight reads <srcDir>/content/docs: the root keeps content/ at the top level.
  srcDir: '.',
  // Pictures are drawings: they are served as they are.
  image: { service: passthroughImageService() },
  // Pages are about commands: two hyphens are a flag, not a dash.
  markdown: {
    processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [...breakableNames, ...diagrams] }),
  },
  publicDir: './src/site/public',
  integrations: [
    starlight({
      title: { es: 'Runbooks ejecutables', en: 'Executable runbooks' },
      description: 'Guías de despliegue que se ejecutan antes de publicarse.',
      defaultLocale: 'root',
      locales: { root: { label: 'Español', lang: 'es' }, en: { label: 'English', lang: 'en' } },
      favicon: '/favicon.svg',
      customCss: [
        './src/site/styles/theme.css',
        './src/site/styles/code.css',
        './src/site/styles/copy.css',
        './src/site/styles/runbook.css',
        './src/site/styles/incident.css',
        './src/site/styles/diagram.css',
      ],
      components: {
        PageTitle: './src/site/components/PageTitle.astro',
        MarkdownContent: './src/site/components/MarkdownContent.astro',
        SiteTitle: './src/site/components/SiteTitle.astro',
      },
      routeMiddleware: ['./src/site/sidebar.ts', './src/site/incident/contents.ts'],
      lastUpdated: true,
      editLink: { baseUrl: editBase },
      credits: false,
      // content/docs/404.md takes its place.
      disable404Route: true,
      sidebar: [
        { label: 'Runbooks', items: [{ autogenerate: { directory: 'runbooks' } }] },
        { label: 'Guías', translations: { en: 'Guides' }, items: [{ autogenerate: { directory: 'guides' } }] },
        {
          label: 'Análisis de incidentes',
          translations: { en: 'Post-mortems' },
          items: [{ autogenerate: { directory: 'post-mortems' } }],
        },
        {
          label: 'Referencia',
          translations: { en: 'Reference' },
          items: [{ autogenerate: { directory: 'reference' } }],
        },
      ],
      expressiveCode: {
        // What is read is what is copied: no comment dropped, no tab replaced, no first line taken for a title.
        frames: { removeCommentsWhenCopyingTerminalFrames: false, extractFileNameFromCode: false },
        tabWidth: 0,
        defaultProps: { wrap: true, hangingIndent: HANGING_INDENT },
        plugins: [pluginRunbookBlocks()],
        styleOverrides: { borderRadius: '6px', codePaddingBlock: '0.8rem', codeLineHeight: '1.6' },
      },
      plugins: [starlightLinksValidator({ errorOnLocalLinks: false, exclude: isKnownLink })],
    }),
    sitePages(),
  ],
})
