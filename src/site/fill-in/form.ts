import { exportSnippet } from '../bash-quote.ts'
import { copyShown } from './copy-shown.ts'
import { showValue } from './show-value.ts'
import { readValues, writeValues } from './values.ts'

/** Brings the form of values to life: what is typed is shown and copied in the commands, and the bash that sets it is written out. */
export function startForm(details: HTMLDetailsElement): void {
  const inputs = [...details.querySelectorAll('input')]
  const kept = readValues()
  // What was typed while this was loading stays.
  for (const input of inputs) input.value ||= kept.get(input.name) ?? ''
  const update = () => {
    keep(inputs)
    for (const { name, value } of inputs) showValue(name, value)
    copyShown()
    showSnippet(details, inputs)
  }
  details.addEventListener('input', update)
  details.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return
    if (target.dataset.action === 'copy') copy(details, target)
    if (target.dataset.action === 'clear') for (const input of inputs) input.value = ''
    update()
  })
  update()
}

/** Values of other pages' parameters stay. */
function keep(inputs: readonly HTMLInputElement[]): void {
  const values = readValues()
  for (const { name, value } of inputs) {
    if (value === '') values.delete(name)
    else values.set(name, value)
  }
  writeValues(values)
}

function showSnippet(details: HTMLDetailsElement, inputs: readonly HTMLInputElement[]): void {
  const { secrets = '', empty = '' } = details.dataset
  const values = new Map(inputs.map(({ name, value }) => [name, value]))
  const snippet = exportSnippet(values, secrets.split(' ').filter(Boolean))
  const code = details.querySelector('.snippet')
  if (code) code.textContent = snippet || empty
}

async function copy(details: HTMLDetailsElement, button: HTMLButtonElement): Promise<void> {
  const snippet = details.querySelector('.snippet')?.textContent ?? ''
  await navigator.clipboard.writeText(snippet)
  const status = details.querySelector('[aria-live]')
  if (status) status.textContent = button.dataset.copied ?? ''
}
