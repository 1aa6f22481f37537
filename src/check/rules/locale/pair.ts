import type { Block, Page } from '#document/model.ts'

export interface Pair {
  en: Page
  es: Page
  here: Block
  there: Block
}
