import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readFileSync('src/site/styles/theme.css', 'utf8')
const [dark = '', light = ''] = css.split(':root[data-theme="light"]')
const rules = readFileSync('src/site/styles/diagram.css', 'utf8')

/** A colour of a theme. Starlight makes the accent of texts of these two. */
function colour(theme: string, name: string): string {
  const own = {
    '--sl-color-bg': '--sl-color-black',
    '--sl-color-text-accent': theme === light ? '--sl-color-accent' : '--sl-color-accent-high',
  }
  const found = new RegExp(`${own[name as keyof typeof own] ?? name}: (#[0-9a-f]{6})`).exec(theme)?.[1]
  if (!found) throw new Error(`no ${name}`)
  return found
}

/** WCAG 2: relative luminance, and the contrast of two colours. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** The variables a property of the style sheet takes, in boxes and in lines. */
const taken = (property: string) =>
  [...rules.matchAll(new RegExp(`  ${property}: var\\((--[\\w-]+)\\)`, 'g'))].map(([, name = '']) => name)

it.each([
  ['dark', dark],
  ['light', light],
])('texts and lines can be told from what is behind them in the %s theme', (_, theme) => {
  const fills = taken('fill').filter((name) => name.endsWith('-low'))
  expect(fills.length).toBe(6)
  for (const fill of [...fills, '--sl-color-bg'])
    expect(contrast(colour(theme, '--sl-color-white'), colour(theme, fill)), fill).toBeGreaterThanOrEqual(4.5)
  const strokes = taken('stroke').filter((name) => name !== '--sl-color-bg')
  expect(strokes.length).toBeGreaterThan(5)
  for (const stroke of strokes)
    expect(contrast(colour(theme, stroke), colour(theme, '--sl-color-bg')), stroke).toBeGreaterThanOrEqual(3)
})
