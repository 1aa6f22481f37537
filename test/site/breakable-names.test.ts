import { expect, test } from 'vitest'
import { breakable } from '../../src/site/breakable-names.ts'

test.each([
  ['HAZARD_CURL_IGNORES_ERRORS', ['HAZARD_', 'CURL_', 'IGNORES_', 'ERRORS']],
  ['allow="HAZARD_BROAD_DELETE motivo"', ['allow="', 'HAZARD_', 'BROAD_', 'DELETE', ' motivo"']],
  ['DEPLOY_HOST', ['DEPLOY_HOST']],
  ['octavios_prod_octavios_network', ['octavios_prod_octavios_network']],
])('%s may be broken after its underscores, and nowhere else', (text, parts) => {
  expect(breakable(text)).toEqual(parts)
})
