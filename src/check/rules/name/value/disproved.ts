import { ask, type Call, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Block, Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const nameDisproved = defineFinding({
  code: 'NAME_DISPROVED',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{name}» no existe: lo muestra la propia página en la línea {line}.',
    hint: 'Usa el comando que sí funciona, o corrige la línea {line}.',
    why: 'La página enseña el error que da un comando y sigue usándolo más arriba o más abajo: quien la sigue se encuentra con ese error.',
  },
  en: {
    message: 'There is no `{name}`: the page itself shows so on line {line}.',
    hint: 'Use the command that works, or correct line {line}.',
    why: 'The page shows the error a command gives, and goes on using it above or below: whoever follows it meets that error.',
  },
  wrong: [
    '```bash step=build effect=create',
    'make prod.build',
    '```',
    '',
    'Falló una vez con este mensaje:',
    '',
    '```text',
    "make: *** No rule to make target 'prod.build'",
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```bash step=build effect=create',
    'docker compose build',
    '```',
    '',
    'make no sirve aquí:',
    '',
    '```text',
    "make: *** No rule to make target 'prod.build'",
    '```',
  ],
})

/** Something a page shows failing. */
interface Refusal {
  name: string
  line: number
}

/** Commands that the page itself shows failing: its own sample of an error names what is not there. */
export const disproved = pageRule([nameDisproved], ({ page, calls }) => {
  const targets = refusals(page, /No rule to make target [`'‘"]([^`'’"\s]+)[`'’"]/g)
  const programs = refusals(page, /(?:^|[\s:])([\w.-]+): command not found/g)
  return calls.flatMap((call) => [
    ...targets.flatMap((refusal) => made(call, refusal)),
    ...programs.filter(({ name }) => name === call.name).map((refusal) => told(call, refusal)),
  ])
})

function refusals(page: Page, pattern: RegExp): Refusal[] {
  return page.blocks.filter(isOutput).flatMap((block) =>
    [...block.text.matchAll(pattern)].map((match) => ({
      name: match[1] as string,
      line: block.pointAt(match.index).line,
    })),
  )
}

/** What a page only shows. The expected output of a step belongs to that step. */
const isOutput = ({ kind }: Block) => kind === 'plain'

function made(call: Call, refusal: Refusal): Finding[] {
  const word = ask(call, 'targets')?.find(({ text }) => text === refusal.name)
  if (!word) return []
  const data = { name: `${call.name} ${refusal.name}`, line: refusal.line }
  return [nameDisproved.at(placeOfWord(call, word.word), data)]
}

const told = (call: Call, { name, line }: Refusal) => nameDisproved.at(placeOfCall(call), { name, line })
