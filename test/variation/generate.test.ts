import { describe, expect, test } from 'vitest'
import type { Parameter } from '#schema/parameter/parameter.ts'
import { checkParameter } from '#schema/parameter/type.ts'
import { type Deal, dealVariations } from '#variation/generate.ts'
import { keepsApart } from '#variation/variation.ts'

const declare = (type: Parameter['type'], example: string, rest: Partial<Parameter> = {}): Parameter => ({
  type,
  label: { es: 'Valor', en: 'Value' },
  example,
  ...rest,
})

const deal = (rest: Partial<Deal> = {}) =>
  dealVariations({
    parameters: {
      DEPLOY_HOST: declare('hostname', 'prod.example.com'),
      VERSION: declare('image-tag', '1.2.5', { differs: 'PREVIOUS_VERSION' }),
      PREVIOUS_VERSION: declare('image-tag', '1.2.4'),
    },
    changes: ['drift', 'two-services', 'second-run'],
    environments: ['caracas'],
    count: 6,
    seed: 42,
    ...rest,
  })

test('the same seed gives the same variations, and another others', () => {
  expect(deal()).toEqual(deal())
  expect(deal({ seed: 43 })).not.toEqual(deal())
  expect(deal({ count: 3 })).toEqual(deal().slice(0, 3))
})

test('what is dealt with a seed', () => {
  expect(deal({ count: 3 })).toMatchInlineSnapshot(`
    [
      {
        "change": "drift",
        "inputs": {
          "DEPLOY_HOST": "km6-81-lybr",
          "PREVIOUS_VERSION": "x1.nfe9ITesLjgjWE_Cmc-yT7fZ2S4rB4Ce6M4JyQdfv_3ln.RfNr3G.1SQC2vlvN_FOWWKol2F8SKA7GTrsXfwFlO8ssQChAZ4xo1ZDoa_mRFLAXFP9Su2ILPs4irD0",
          "VERSION": "2031.7.29",
        },
      },
      {
        "change": "second-run",
        "environment": "caracas",
        "inputs": {
          "DEPLOY_HOST": "82-77.j8sdt.example.org",
          "PREVIOUS_VERSION": "e82a059",
          "VERSION": "4.0.0-rc.3",
        },
      },
      {
        "change": "two-services",
        "inputs": {
          "DEPLOY_HOST": "diodiash.p577aw0e4uz08ktn-i8vgm6z23r-u716b0h5kqkdohy14t4oaa6qdszjhqgfuql.example",
          "PREVIOUS_VERSION": "v0.12.6",
          "VERSION": "feat_gqb2-580",
        },
      },
    ]
  `)
})

test('enough variations have each change, with and without the environment', () => {
  const dealt = deal({ count: 12 })
  const pairs = new Set(dealt.map(({ change, environment }) => `${change} ${environment}`))
  expect(pairs.size).toBe(6)
})

test('each kind of value comes before any comes again', () => {
  const dealt = deal({ count: 9 }).map(({ inputs }) => inputs.VERSION ?? '')
  for (const shape of [/^[0-9a-f]{40}$/, /^[0-9a-f]{7}$/, /^20\d\d\./, /^.{128}$/])
    expect(dealt.filter((tag) => shape.test(tag))).toHaveLength(1)
})

test('every input fits, and what must differ does', () => {
  for (let seed = 0; seed < 50; seed++) {
    const parameters: Deal['parameters'] = {
      A: declare('choice', 'x', { choices: ['x', 'y', 'z'], differs: 'B' }),
      B: declare('choice', 'y', { choices: ['x', 'y', 'z'] }),
      C: declare('port', '80', { differs: 'D' }),
      D: declare('port', '443'),
    }
    for (const { inputs } of deal({ parameters, seed })) {
      expect(keepsApart(inputs, parameters)).toBe(true)
      for (const [name, value] of Object.entries(inputs))
        expect(checkParameter(value, parameters[name] as Parameter)).toBeUndefined()
    }
  }
})

describe('where there is nothing to vary', () => {
  test('no change', () => {
    expect(deal({ changes: [], environments: [], parameters: {}, count: 2 })).toEqual([{ inputs: {} }, { inputs: {} }])
  })
})
