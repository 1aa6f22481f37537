import { type Finding, finding } from '#finding/finding.ts'
import { type Call, flagValues, placeOfCall, placeOfWord } from '../page/call.ts'
import type { PageFacts } from '../page/facts.ts'
import type { Rule } from '../rule.ts'

/** A file of variables read by bash, which runs what it finds in the values. */
export const sourcedEnv: Rule = ({ calls }) =>
  calls.flatMap((call) => {
    const [file] = call.name === 'source' || call.name === '.' ? call.words : []
    return file && isEnvFile(file.text)
      ? [finding('HAZARD_ENV_SOURCED', placeOfWord(call, file.word), { found: file.text })]
      : []
  })

/** A file of variables changed, and a `docker compose up` after it that reads another one. */
export const unreadEnv: Rule = (facts) => facts.calls.flatMap((call) => unreadBy(facts, call))

function unreadBy({ calls }: PageFacts, call: Call): Finding[] {
  if (call.match?.subcommand !== 'compose up') return []
  const before = calls.slice(0, calls.indexOf(call)).filter(({ block }) => block === call.block)
  const written = before.flatMap(writtenFiles).filter((file) => isEnvFile(file) && file !== '.env' && file !== './.env')
  const read = flagValues(call, '--env-file').map(({ text }) => text)
  const unread = written.find((file) => !read.includes(file))
  return unread ? [finding('NAME_ENV_FILE_UNREAD', placeOfCall(call), { found: unread })] : []
}

const writtenFiles = ({ command }: Call): string[] =>
  command.redirects.flatMap(({ operator, target }) => (operator.includes('>') ? (target?.value ?? []) : []))

const isEnvFile = (text: string | undefined): text is string =>
  /(^|\/)[\w-]*\.env(\.\w+)?$/.test(text ?? '') && !/\.(example|sample|template)$/.test(text ?? '')
