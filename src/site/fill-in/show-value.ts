const written = new WeakMap<Element, ChildNode[]>()

/**
 * Shows a value where the page's blocks use a variable, or the variable again
 * when the value is empty. Only what is seen changes: the text to copy lives in
 * the copy button.
 */
export function showValue(name: string, value: string): void {
  for (const first of document.querySelectorAll<HTMLElement>(`[data-v="${name}"]`)) {
    for (const piece of [first, ...restOf(first)]) {
      if (!written.has(piece)) written.set(piece, [...piece.childNodes])
      piece.replaceChildren(...(value === '' ? (written.get(piece) ?? []) : []))
    }
    if (value !== '') first.textContent = value
    first.classList.toggle('filled', value !== '')
    first.title = value === '' ? '' : `$${name}`
  }
}

/** The pieces the highlighter split one use into stand right after each other. */
function restOf(first: Element): HTMLElement[] {
  const next = first.nextElementSibling
  if (!(next instanceof HTMLElement) || next.dataset.vRest === undefined) return []
  return [next, ...restOf(next)]
}
