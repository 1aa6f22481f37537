import { ask, type Call, commandOf, flagValues, placeOfWord, positionals } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { suggest } from '#schema/spelling.ts'
import type { LineWord } from '#tools/match/line.ts'

export const commandOperand = defineFinding({
  code: 'COMMAND_OPERAND',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» no puede ir ahí en «{command}»: {reasonEs}.',
    hint: 'Corrige la palabra, o quítala si sobra.[? Quizá querías «{suggestion}».]',
    why: 'Una palabra de más o de menos desplaza a las demás: la herramienta toma el valor de una opción por una máquina, una dirección o una imagen, y falla o hace otra cosa.',
  },
  en: {
    message: '`{found}` cannot stand there in `{command}`: {reasonEn}.',
    hint: 'Correct the word, or remove it if it is one too many.[? Did you mean `{suggestion}`?]',
    why: 'One word too many or too few shifts the others: the tool takes the value of a flag for a machine, an address or an image, and fails or does something else.',
  },
  wrong: ['```bash step=check effect=read', 'curl -fsS 10 http://localhost:8000/health', '```'],
  right: ['```bash step=check effect=read', 'curl -fsS --max-time 10 http://localhost:8000/health', '```'],
})

/** Words that cannot be what they stand for: an address that is a number, a host that is an option, a command's name twice. */
export const operand = pageRule([commandOperand], ({ calls }) =>
  calls.flatMap((call) => KINDS.flatMap((kind) => kind(call)).map((misfit) => describe(call, misfit))),
)

interface Misfit {
  at: LineWord
  reason: Localized
  suggestion?: string | undefined
}

function describe(call: Call, { at, reason, suggestion }: Misfit): Finding {
  return commandOperand.at(placeOfWord(call, at.word), {
    command: commandOf(call),
    found: (at.text ?? at.word.text).replaceAll(/\$\{(\w+)[^}]*\}/g, '$$$1').slice(0, 80),
    reasonEs: reason.es,
    reasonEn: reason.en,
    suggestion,
  })
}

/** `--secret=\"name\"`: escaped, the quotes are part of what the program is given. */
function escapedQuotes({ traits, words, outer }: Call): Misfit[] {
  if (outer || !traits.plainValues) return []
  return words
    .filter(({ word }) => /^(?:--[\w-]+=)?\\(["']).*\\\1$/.test(word.text))
    .map((at) => ({
      at,
      reason: {
        es: 'las comillas escapadas son parte del valor; quita las barras invertidas',
        en: 'escaped quotes are part of the value; remove the backslashes',
      },
    }))
}

/** `docker rmi rmi IMAGE`: the second word is read as what the command works on. */
function nameTwice(call: Call): Misfit[] {
  const last = call.match?.path.at(-1)
  const [first] = positionals(call)
  if (last === undefined || first?.text !== last || call.words.indexOf(first) !== pathEnd(call) + 1) return []
  return [{ at: first, reason: { es: 'repite el nombre del comando', en: 'it repeats the name of the command' } }]
}

/** Position of the last word of a command's name. */
function pathEnd({ match, words }: Call): number {
  let at = -1
  for (const name of match?.path ?? []) at = words.findIndex(({ text }, index) => index > at && text === name)
  return at
}

/** `: "${A:?}" "${A:?}"`: one variable is tested twice, and another not at all. */
function testTwice(call: Call): Misfit[] {
  if (call.name !== ':') return []
  const texts = call.words.map(({ word }) => word.text)
  return call.words
    .filter(({ word }, index) => word.reads.length > 0 && texts.indexOf(word.text) < index)
    .map((at) => ({ at, reason: { es: 'ya está en este comando', en: 'it is in this command already' } }))
}

/** A flag that is given the same value twice, told by its text where only a run knows the value. */
function valueTwice(call: Call): Misfit[] {
  const names = new Set((call.match?.flags ?? []).flatMap(({ flag }) => (flag.value ? flag.names.slice(0, 1) : [])))
  return [...names].flatMap((name) => {
    const values = flagValues(call, name).filter(({ word }) => word.value === undefined)
    const texts = values.map(({ word }) => word.text)
    return values
      .filter(({ word }, index) => texts.indexOf(word.text) < index)
      .map((at) => ({ at, reason: { es: `ya está en ${name}`, en: `it is given to ${name} already` } }))
  })
}

/** What a program that makes requests takes for one more address. */
function address(call: Call): Misfit[] {
  const request = ask(call, 'request')
  if (!request?.protocols) return []
  return request.addresses
    .filter(({ text }) => text !== undefined && !isAddress(text))
    .map((at) => ({
      at,
      reason: {
        es: 'no es una dirección; quizá falta la opción de la que es el valor',
        en: 'it is no address; perhaps the flag it is the value of is missing',
      },
    }))
}

/** `docker inspect '{{.Os}}' IMAGE`: a format without its flag is the name of one more thing. What runs in a container is its own. */
function formatAlone(call: Call): Misfit[] {
  const flag = call.traits.formatFlag
  if (flag === undefined || ask(call, 'container') || ask(call, 'hands')) return []
  return positionals(call)
    .filter(({ text }) => text?.startsWith('{{'))
    .map((at) => ({
      at,
      reason: { es: `es un formato, y le falta ${flag} delante`, en: `it is a format, and lacks ${flag} before it` },
    }))
}

/** `htttp://example.com`. */
function protocol(call: Call): Misfit[] {
  const { addresses = [], protocols } = ask(call, 'request') ?? {}
  return addresses.flatMap((at): Misfit[] => {
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(at.text ?? '')?.[1]?.toLowerCase()
    if (scheme === undefined || !protocols || protocols.includes(scheme)) return []
    const reason = { es: `${call.name} no conoce ${scheme}://`, en: `${call.name} knows no ${scheme}://` }
    return [{ at, suggestion: suggest(scheme, protocols), reason }]
  })
}

const isAddress = (text: string) =>
  /^(\$\{|[a-z][a-z0-9+.-]*:\/\/|localhost\b)/i.test(text) ||
  /^[^\s]*[^\s\d.][^\s]*[.:/][^\s]+$|^\d+(\.\d+){3}/.test(text)

/** `-dS`: what follows `-d` in its word is the body, not one more letter. */
const attachedBody = (call: Call): Misfit[] =>
  (ask(call, 'request')?.sent?.clustered ?? []).map(({ word: at, letters }) => ({
    at,
    reason: { es: `-d enviaría «${letters}» como cuerpo`, en: `-d would send \`${letters}\` as the body` },
  }))

/** The machine of a connection, when an option before it was cut short. */
function destination(call: Call): Misfit[] {
  const at = ask(call, 'host')
  if (!at?.text || !/[=\s]/.test(at.text.replaceAll(/\$\{[^}]*\}/g, 'x'))) return []
  return [{ at, reason: { es: 'no es una máquina', en: 'it is no machine' } }]
}

/** `ssh -o Key=value`. */
const refusedOptions = (call: Call): Misfit[] =>
  (ask(call, 'refusedOptions') ?? []).map(({ word: at, key, expected, suggestion }) => {
    if (expected === undefined)
      return { at, suggestion, reason: { es: 'ssh no tiene esa opción', en: 'ssh has no such option' } }
    const values = expected.join(', ')
    const reason = values
      ? { es: `${key} admite ${values}`, en: `${key} takes ${values}` }
      : { es: `${key} admite un número`, en: `${key} takes a number` }
    return { at, suggestion, reason }
  })

/** An account by something else than its e-mail. */
const account = (call: Call): Misfit[] =>
  (ask(call, 'accounts') ?? [])
    .filter(({ text }) => text !== undefined && !text.includes('@') && !text.includes('$'))
    .map((at) => ({ at, reason: { es: 'no es el correo de una cuenta', en: 'it is not the e-mail of an account' } }))

/** Users of Artifact Registry (cloud.google.com/artifact-registry/docs/docker/authentication). */
const GOOGLE_USERS = ['oauth2accesstoken', '_json_key', '_json_key_base64', '_dcgcloud_token']

/** The registry of a login, and who logs in to it. */
function registry(call: Call): Misfit[] {
  const { hosts: [host] = [], users = [] } = ask(call, 'login') ?? {}
  const text = host?.text
  const wrongHost: Misfit[] =
    host && text !== undefined && !/[.:$]|^localhost$/.test(text)
      ? [{ at: host, reason: { es: 'no es la máquina de un registro', en: 'it is not the host of a registry' } }]
      : []
  if (!text?.includes('-docker.pkg.dev')) return wrongHost
  return users
    .filter((user) => user.text !== undefined && !user.text.includes('$') && !GOOGLE_USERS.includes(user.text))
    .map((at) => ({
      at,
      suggestion: suggest(at.text ?? '', GOOGLE_USERS) ?? 'oauth2accesstoken',
      reason: { es: 'ese registro no tiene usuarios con ese nombre', en: 'that registry has no users of that name' },
    }))
}

function filters(call: Call): Misfit[] {
  const { words = [], keys = [], values } = ask(call, 'filters') ?? {}
  return words.flatMap((at): Misfit[] => {
    const [, key = '', value = ''] = /^([^=$]+)=(.*)$/s.exec(at.text ?? '') ?? []
    if (key !== '' && !keys.includes(key)) return [{ at, suggestion: suggest(key, keys), reason: byKeys(keys) }]
    const known = values?.[key]
    if (!known || value.includes('$') || known.includes(value)) return []
    return [{ at, suggestion: suggest(value, known), reason: byKeys(known) }]
  })
}

const byKeys = (known: readonly string[]): Localized => ({
  es: `el filtro admite ${known.join(', ')}`,
  en: `the filter takes ${known.join(', ')}`,
})

const KINDS: readonly ((call: Call) => Misfit[])[] = [
  escapedQuotes,
  nameTwice,
  testTwice,
  valueTwice,
  formatAlone,
  address,
  protocol,
  attachedBody,
  destination,
  refusedOptions,
  account,
  registry,
  filters,
]
