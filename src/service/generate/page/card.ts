import type { Service } from '../service.ts'
import { proceduresIn } from './header.ts'
import type { HeaderWords, ProcedureWords } from './words.ts'

/** The card as text, for a page that no site draws: each procedure, and when none of them is the one to use. */
export function cardText(service: Service, { procedures, instead, labels }: HeaderWords): string {
  const uses = proceduresIn(service).map((name) => `- ${procedureText(procedures[name], labels)}`)
  const others = instead.map((one) => `- ${one.when}: ${one.do}.`)
  return `${uses.join('\n')}\n\n**${labels.instead}**\n\n${others.join('\n')}\n`
}

/** Whom to tell, as a section of such a page. */
export function escalationText({ escalation, labels }: HeaderWords): string {
  const people = escalation.map(({ when, within, role, how }) => {
    const deadline = within === undefined ? '' : ` (${labels.within} ${within})`
    return `- ${when}${deadline}: ${role}, ${how}.`
  })
  return `## ${labels.escalation}\n\n${people.join('\n')}\n`
}

const procedureText = (procedure: ProcedureWords, labels: HeaderWords['labels']): string =>
  [
    `**${procedure.title}.** ${procedure.when}`,
    ...(procedure.symptoms ? [`${labels.symptoms}: ${procedure.symptoms.map((one) => `\`${one}\``).join(', ')}.`] : []),
    `${labels.takes}: ${procedure.takes}`,
    `${labels.interrupts}: ${procedure.interrupts}`,
    `${labels.stop}: ${procedure.stop}`,
  ].join(' ')
