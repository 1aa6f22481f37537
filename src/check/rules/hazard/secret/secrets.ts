import { isRunbook, type Page } from '#document/model.ts'

export function secretsOf(page: Page): Set<string> {
  if (!isRunbook(page)) return new Set()
  const parameters = Object.entries(page.header.parameters)
  return new Set(parameters.filter(([, { type }]) => type === 'secret').map(([name]) => name))
}
