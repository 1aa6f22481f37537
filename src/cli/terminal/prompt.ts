import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Locale } from '#schema/locale.ts'
import { checkParameter, describeParameter } from '#schema/parameter/type.ts'
import { isSecret } from '#schema/plan.ts'
import type { InputProblem } from '#script/inputs.ts'
import type { Terminal } from './terminal.ts'
import { discardTyped } from './type-ahead.ts'

/** Asks for the values of parameters, again while they will not do. What is typed for a secret is not shown. */
export async function askInputs(
  problems: readonly InputProblem[],
  terminal: Terminal,
): Promise<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const problem of problems) values[problem.name] = await askInput(problem, terminal)
  return values
}

async function askInput({ name, parameter }: InputProblem, terminal: Terminal): Promise<string> {
  const { locale, out } = terminal
  const question = `${parameter.label[locale]} (${name}; ${describeParameter(parameter)[locale]}): `
  for (;;) {
    const value = await ask(question, { terminal, hidden: isSecret(parameter) })
    const reason = checkParameter(value, parameter)
    if (!reason) return value
    out.write(`  ${reason[locale]}\n`)
  }
}

/** Asks one question. Resolves to what was typed once it could be read; an interrupt, or the end of what is typed, rejects with an AbortError. */
export async function ask(
  question: string,
  { terminal, hidden = false }: { terminal: Terminal; hidden?: boolean },
): Promise<string> {
  const input = process.stdin
  if (input.readableEnded) throw endOfInput()
  // Moving the cursor would be read out.
  const readsKeys = hidden || !terminal.out.paint.plain
  if (input.isTTY) await discardTyped(input, terminal.signal)
  // What is not read key by key, the terminal shows, and takes Ctrl-C and Ctrl-D in.
  if (input.isTTY && !readsKeys) input.setRawMode(false)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input, output: hidden ? silent : terminal.out.stream, terminal: readsKeys })
  const ended = new Promise<never>((_, reject) => reader.once('close', () => reject(endOfInput())))
  try {
    if (hidden) terminal.out.write(question)
    return await Promise.race([reader.question(hidden ? '' : question, { signal: terminal.signal }), ended])
  } finally {
    reader.close()
    if (hidden) terminal.out.write('\n')
  }
}

const endOfInput = () => new DOMException('Ctrl-D', 'AbortError')

/** Asks for a word to be typed; anything else is no. */
export async function askTyped(word: string, question: string, terminal: Terminal): Promise<boolean> {
  return (await ask(question, { terminal })).trim() === word
}

/** Asks a yes-or-no question; anything but a clear yes is no. */
export async function askYes(question: string, terminal: Terminal): Promise<boolean> {
  return isYes(await ask(`${question} ${YES_NO[terminal.locale]} `, { terminal }))
}

/** Whether an answer is a clear yes. */
export const isYes = (answer: string): boolean => /^\s*(s|sí|si|y|yes)\s*$/i.test(answer)

const YES_NO: Record<Locale, string> = { es: '[s/N]', en: '[y/N]' }
