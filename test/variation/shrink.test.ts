import { expect, test } from 'vitest'
import type { Parameter } from '#schema/parameter/parameter.ts'
import { smallestDifference } from '#variation/shrink.ts'
import type { Variation } from '#variation/variation.ts'

const tag = (example: string, differs?: string): Parameter => ({
  type: 'image-tag',
  label: { es: 'Versión', en: 'Version' },
  example,
  ...(differs && { differs }),
})
const parameters = { VERSION: tag('1.2.5', 'PREVIOUS'), PREVIOUS: tag('1.2.4'), OLD: tag('1.2.3') }
const variation: Variation = {
  inputs: { VERSION: '10.0.0', PREVIOUS: '1.2.5', OLD: 'v1' },
  change: 'drift',
  environment: 'caracas',
}

async function smallest(fails: (variation: Variation) => boolean) {
  let runs = 0
  const found = await smallestDifference({
    variation,
    parameters,
    fails: (one) => {
      runs += 1
      return Promise.resolve(fails(one))
    },
  })
  expect(runs).toBeLessThanOrEqual(6)
  return found
}

test('one input', async () => {
  expect(await smallest(({ inputs }) => inputs.OLD !== undefined)).toEqual({ inputs: { OLD: 'v1' } })
})

test('a change of the world alone', async () => {
  expect(await smallest(({ change }) => change !== undefined)).toEqual({ inputs: {}, change: 'drift' })
})

test('an environment alone', async () => {
  expect(await smallest(({ environment }) => environment !== undefined)).toEqual({ inputs: {}, environment: 'caracas' })
})

test('an input in a changed world', async () => {
  expect(await smallest(({ inputs, change }) => inputs.VERSION !== undefined && change !== undefined)).toEqual({
    inputs: { VERSION: '10.0.0' },
    change: 'drift',
  })
})

test('nothing: the procedure falls short as it is', async () => {
  expect(await smallest(() => true)).toEqual({ inputs: {} })
})

test('an input whose usual value must differ from another keeps that one company', async () => {
  const found = await smallest(({ inputs }) => inputs.PREVIOUS !== undefined)
  expect(found).toEqual({ inputs: { VERSION: '10.0.0', PREVIOUS: '1.2.5' } })
})
