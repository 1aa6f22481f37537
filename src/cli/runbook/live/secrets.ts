import { secretsOf } from '#run/inputs.ts'
import { createRedactor } from '#run/redact.ts'
import type { Plan } from '#schema/plan.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Whether a text holds a secret of a run, in any usual encoding: its secret inputs, and the credentials of the operator's environment. */
export function secretCheck({ inputs }: Plan, { environment }: Terminal): (text: string) => boolean {
  const values = Object.values(inputs).map(({ value }) => value)
  const credentials = Object.entries(environment).flatMap(([name, value = '']) =>
    isCredential(name, value) && !values.includes(value) ? [value] : [],
  )
  const { text: mask } = createRedactor([...secretsOf(inputs), ...credentials])
  return (text) => mask(text) !== text
}

/** By its name, or as an address with a password in it. A short value would be found in ordinary words. */
const isCredential = (name: string, value: string) =>
  value.length >= 8 && (/KEY|TOKEN|SECRET|PASS|CREDENTIAL|COOKIE/i.test(name) || /:\/\/[^/\s]*:[^/\s]*@/.test(value))
