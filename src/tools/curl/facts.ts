import type { ToolFacts } from '../facts/model.ts'
import type { Request, SentBody } from '../facts/programs.ts'
import { makesFiles } from '../kinds/makes-files.ts'
import { type CommandLine, flagUses, flagValues, hasFlag, positionals } from '../match/line.ts'

export const facts: ToolFacts = {
  saysVersion: ['--version'],
  namesOfReader: true,
  every: {
    ...makesFiles,
    request,
    bypasses: ({ words }) => {
      const word = words.find(({ text }) => /^(--insecure|-[a-zA-Z]*k[a-zA-Z]*)$/.test(text ?? ''))
      return word ? [{ protection: 'TLS', word }] : []
    },
  },
}

function request(line: CommandLine): Request {
  const { words, match } = line
  const asksForStatus = words.some(({ text, word }) => SHOWS_STATUS.test(text ?? word.text))
  return {
    addresses: positionals(line),
    protocols: PROTOCOLS,
    ignoresErrors: words.length > 0 && !asksForStatus,
    unlimited: match !== undefined && !hasFlag(line, '--max-time', '--speed-limit'),
    joinsStatus: joinsStatus(line),
    sent: sentBy(line),
  }
}

/** A format that prints something of the answer, and neither begins a line nor is without the body. */
const joinsStatus = (line: CommandLine): boolean =>
  flagValues(line, '--write-out').some(({ text = '' }) => text.includes('%{') && !/^(\\n|\n|@)/.test(text)) &&
  !hasFlag(line, '--output', '--head', '--remote-name', '--remote-name-all', '--config')

/** Options that fail at an error of the server, show its status, or ask nothing of it. */
const SHOWS_STATUS = /^(-[a-zA-Z]*[fwI]|--fail|--fail-with-body|--write-out|--head(?!er)|--version|--help)/

/** What Debian's curl lists (`curl --version`). */
const PROTOCOLS =
  'http https ftp ftps file dict gopher gophers imap imaps ldap ldaps mqtt pop3 pop3s rtmp rtmpe rtmps rtmpt rtmpte rtmpts rtsp scp sftp smb smbs smtp smtps telnet tftp ws wss'.split(
    ' ',
  )

const BODIES = ['--data', '--data-ascii', '--data-binary', '--data-raw', '--json']
const OTHER_BODIES = ['--data-urlencode', '--form', '--form-string', '--upload-file', '--config']

const sentBy = (line: CommandLine): SentBody => ({
  headers: flagValues(line, '--header'),
  bodies: flagValues(line, ...BODIES),
  otherwise: flagUses(line, ...OTHER_BODIES).length > 0 || hasFlag(line, '--get'),
  saysJson: hasFlag(line, '--json'),
  clustered: clustered(line),
})

/** `-dS`: what follows `-d` in its word is the body, not one more letter. */
const clustered = (line: CommandLine): SentBody['clustered'] =>
  flagUses(line, '--data').flatMap(({ index, value }) => {
    const word = line.words[index]
    const letters = /^-[a-zA-Z]*d([a-zA-Z]{1,2})$/.exec(word?.text ?? '')?.[1]
    return word && letters !== undefined && letters === value ? [{ word, letters }] : []
  })
