import { type Call, hasFlag, isHere, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const hazardBroadDelete = defineFinding({
  code: 'HAZARD_BROAD_DELETE',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message:
      '«{command}» borra o para todo lo que coincida, también lo que está en uso o hace falta para volver atrás.',
    hint: 'Lista antes, filtra por estado y nombra lo que se borra.',
    why: 'Un patrón no distingue lo viejo de lo que está en uso. Así se borró un contenedor en producción, y con prune -a se va la imagen a la que había que volver.',
  },
  en: {
    message: '`{command}` deletes or stops all that matches, also what is in use or needed to go back.',
    hint: 'List first, filter by state, and name what is deleted.',
    why: 'A pattern cannot tell the old from what is in use. That is how a container in production was deleted, and prune -a takes the image to go back to.',
  },
  wrong: ['```bash step=clean effect=delete', 'docker ps -aq | xargs docker rm -f', '```'],
  right: ['```bash step=clean effect=delete', 'docker container prune --force --filter label=stage=test', '```'],
})

/** Deletions of whatever matches, and not of what a page made. */
export const broadDelete = pageRule([hazardBroadDelete], ({ calls }) =>
  calls.flatMap((call): Finding[] => {
    const command = broadOf(call)
    return command ? [hazardBroadDelete.at(placeOfCall(call), { command })] : []
  }),
)

function broadOf(call: Call): string | undefined {
  const { name, match, words } = call
  const texts = words.map(({ text }) => text ?? '')
  const path = match?.subcommand ?? ''
  if (name === 'docker' && prunesAll(call, path)) return `docker ${path}`
  if (
    name === 'docker' &&
    /^(rm|rmi|(container|image|volume) rm)$/.test(path) &&
    words.some(({ word }) => isList(word.text))
  )
    return `docker ${path} $(…)`
  if (name === 'pkill' || name === 'killall') return name
  if (name === 'xargs' && texts.some((text) => /^(rm|rmi|kill|delete|prune)$/.test(text)))
    return `xargs ${operands(texts)}`
  if (name === 'rm' && words.some(({ word }) => word.open && word.text.includes('*'))) return 'rm *'
  return name === 'git' && (texts[0] === 'clean' || (texts[0] === 'reset' && texts.includes('--hard')))
    ? `git ${texts[0]}`
    : undefined
}

/** Without `--all`, images and containers that something uses stay. */
const prunesAll = (call: Call, path: string) =>
  /^(system|volume) prune$/.test(path) ||
  // On a server, all that is stopped may be the page's to remove; on a person's machine it is not.
  (path === 'container prune' && isHere(call) && !hasFlag(call, '--filter')) ||
  (/prune$/.test(path) && hasFlag(call, '--all', '-a') && !hasFlag(call, '--filter'))

const isList = (text: string) => /^"?\$\(\s*docker\b/.test(text)
const operands = (texts: readonly string[]) => texts.filter((text) => !text.startsWith('-')).join(' ')
