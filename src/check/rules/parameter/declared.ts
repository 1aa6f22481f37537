import { isRunbook, type Page, type Runbook } from '#document/model.ts'
import type { ParameterDeclaration } from '#schema/parameter/parameter.ts'
import type { Place } from '#schema/place.ts'

/** A parameter that a page declares. */
interface Declared {
  page: Runbook
  name: string
  declaration: ParameterDeclaration
  place: Place
}

/** The parameters a page declares, in order. */
export const declaredIn = (page: Page): Declared[] =>
  isRunbook(page)
    ? Object.entries(page.header.parameters).flatMap(([name, declaration]) => {
        const place = page.parameterPlaces.get(name)
        return place ? [{ page, name, declaration, place }] : []
      })
    : []
