import type { Quoting } from '#document/bash/places.ts'
import { writtenAt } from '../bash-quote.ts'

const original = new WeakMap<Element, ChildNode[]>()

/**
 * Shows a value where the page's blocks use a variable, written as bash needs it there, or the variable
 * again when the value is empty or cannot be written there.
 */
export function showValue(name: string, value: string): void {
  for (const first of document.querySelectorAll<HTMLElement>(`[data-v="${name}"]`)) {
    const written = value === '' ? undefined : writtenAt(quotingOf(first), value)
    for (const piece of [first, ...restOf(first)]) {
      if (!original.has(piece)) original.set(piece, [...piece.childNodes])
      piece.replaceChildren(...(written === undefined ? (original.get(piece) ?? []) : []))
    }
    if (written !== undefined) first.textContent = written
    first.classList.toggle('filled', written !== undefined)
    first.title = written === undefined ? '' : `$${name}`
  }
}

function quotingOf({ dataset: { word, here } }: HTMLElement): Quoting {
  if (here !== undefined) return { kind: 'here', delimiter: here }
  return { kind: word === undefined ? 'double' : 'word' }
}

/** The pieces the highlighter split one use into stand right after each other. */
function restOf(first: Element): HTMLElement[] {
  const next = first.nextElementSibling
  if (!(next instanceof HTMLElement) || next.dataset.vRest === undefined) return []
  return [next, ...restOf(next)]
}
