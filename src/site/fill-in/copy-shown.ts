/** What stands for a line break in the text a copy button keeps. */
const LINE_BREAK = '\x7F'

const asWritten = new WeakMap<HTMLElement, string>()

/** Makes the copy button of every block give what the block shows: byte for byte the page's text where no value is filled in. */
export function copyShown(): void {
  for (const frame of document.querySelectorAll('.expressive-code .frame:has([data-v])')) {
    const button = frame.querySelector<HTMLElement>('.copy button')
    if (!button) continue
    const written = asWritten.get(button) ?? button.dataset.code ?? ''
    asWritten.set(button, written)
    button.dataset.code = frame.querySelector('.filled') ? shownText(frame) : written
  }
}

/** An empty line holds its line break, so that it has a height. */
function shownText(frame: Element): string {
  const lines = [...frame.querySelectorAll('.ec-line .code')]
  return lines.map(({ textContent }) => textContent.replace(/\n$/, '')).join(LINE_BREAK)
}
