import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { place } from '#site/diagram/layout.ts'
import type { Picture } from '#site/diagram/picture.ts'
import type { Area } from '#site/diagram/placed.ts'

const box = (id: string, frame?: string) => ({
  id,
  kind: 'service',
  name: `Part ${id}`,
  lines: [{ text: `container-${id}`, code: true }],
  ...(frame !== undefined && { frame }),
})
const arrow = (from: string, to: string) => ({ from, to, label: [{ text: 'asks', code: false }], dashed: false })
const overlap = (a: Area, b: Area) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
const encloses = (a: Area, b: Area) =>
  Math.abs(a.x - b.x) <= (a.width - b.width) / 2 && Math.abs(a.y - b.y) <= (a.height - b.height) / 2
const pairs = <T>(some: readonly T[]) =>
  some.flatMap((one, at) => some.slice(at + 1).map((other) => [one, other] as const))

/** Pictures of up to eight parts in up to two frames, each part reached from an earlier one, some with an arrow back. */
const pictures = fc
  .tuple(
    fc.array(fc.record({ from: fc.nat(6), frame: fc.constantFrom(undefined, 'a', 'b'), back: fc.boolean() }), {
      minLength: 1,
      maxLength: 7,
    }),
  )
  .map(([parts]): Picture => {
    const boxes = [box('0'), ...parts.map(({ frame }, at) => box(String(at + 1), frame))]
    const arrows = parts.flatMap(({ from, back }, at) => {
      const [start, end] = [String(from % (at + 1)), String(at + 1)]
      return [arrow(start, end), ...(back ? [arrow(end, start)] : [])]
    })
    const frames = ['a', 'b']
      .filter((id) => boxes.some(({ frame }) => frame === id))
      .map((id) => ({ id, name: `Place ${id}` }))
    return { id: 'p', title: 'Parts', frames, boxes, arrows }
  })

describe('a picture', () => {
  it('has no box over another, each in its frame and in no other, and all within its size', () => {
    fc.assert(
      fc.property(pictures, fc.constantFrom(356, 736), (picture, limit) => {
        const placed = place(picture, limit)
        for (const [one, other] of pairs(placed.boxes)) expect(overlap(one, other)).toBe(false)
        for (const [at, { frame }] of picture.boxes.entries())
          for (const [index, { id }] of picture.frames.entries()) {
            const [area, around] = [placed.boxes[at] as Area, placed.frames[index] as Area]
            if (frame === id) expect(encloses(around, area)).toBe(true)
            else expect(overlap(around, area)).toBe(false)
          }
        const whole = { x: placed.width / 2, y: placed.height / 2, width: placed.width, height: placed.height }
        for (const area of [...placed.boxes, ...placed.frames]) expect(encloses(whole, area)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  it('gets narrower where there is less room', () => {
    const ids = ['1', '2', '3', '4']
    const picture = {
      id: 'p',
      title: 'Parts',
      frames: [],
      boxes: ['0', ...ids].map((id) => box(id)),
      arrows: ids.map((id) => arrow('0', id)),
    }
    expect(place(picture, 356).width).toBeLessThanOrEqual(356)
    expect(place(picture, 736).width).toBeGreaterThan(356)
  })
})

it('breaks a long piece of code anywhere, so that a phone has room for it', () => {
  const long = { ...box('0'), lines: [{ text: `prod/${'61b2ca94cccf97bc'.repeat(4)}`, code: true }] }
  const { width, boxes } = place({ id: 'p', title: 'Parts', frames: [], boxes: [long], arrows: [] }, 356)
  expect(width).toBeLessThanOrEqual(356)
  expect(boxes[0]?.lines.map(({ text }) => text).join('')).toContain('61b2ca94cccf97bc'.repeat(4))
})
