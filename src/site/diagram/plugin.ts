import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { satteri } from '@astrojs/markdown-satteri'
import { addressOf } from '#document/address.ts'
import { diagramAt } from './read.ts'
import { systemFigure } from './system.ts'

type HastPlugins = NonNullable<NonNullable<Parameters<typeof satteri>[0]>['hastPlugins']>

/** The link to the file of a diagram, from a page: `../../diagrams/shop.yaml`. */
const DIAGRAM = /^(?:\.\.\/)+diagrams\/([a-z0-9-]+)\.yaml$/

/** Draws a diagram in the place of a paragraph that is nothing but a link to its file. */
export const diagrams: HastPlugins = [
  {
    name: 'diagrams',
    element: {
      filter: ['p'],
      visit(node, context) {
        const [link, ...others] = node.children
        if (link?.type !== 'element' || link.tagName !== 'a' || others.length > 0 || !context.fileURL) return
        const page = fileURLToPath(context.fileURL)
        const href = String(link.properties.href ?? '')
        const name = DIAGRAM.exec(href)?.[1]
        if (name === undefined) return
        const { locale } = addressOf(relative('.', page).replaceAll('\\', '/'))
        const diagram = diagramAt(resolve(page, '..', href))
        context.replaceNode(node, { type: 'raw', value: systemFigure(diagram, { id: `diagram-${name}`, locale }) })
      },
    },
  },
]

/** Whether a link leads to the file of a diagram, which is drawn where it stands. */
export const isDiagramLink = (link: string): boolean => DIAGRAM.test(link)
