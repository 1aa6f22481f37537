import { isComposeHere } from '#check/files/compose/call.ts'
import { composeProject } from '#check/files/compose/project.ts'
import { composeServices } from '#check/files/compose/shown.ts'
import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { isPlain } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { suggest } from '#schema/spelling.ts'
import type { LineWord } from '#tools/match/line.ts'

export const nameComposeUnknown = defineFinding({
  code: 'NAME_COMPOSE_UNKNOWN',
  severity: 'error',
  allowable: true,
  es: {
    message: '{files} no tiene ningún {kindEs} «{name}».',
    hint: 'Corrige el nombre, o añade el {kindEs} al archivo.[? Quizá querías {suggestion}.]',
    why: 'Compose se niega ante un servicio que sus archivos no tienen; ante un perfil que no tienen calla, y no arranca nada de más.',
  },
  en: {
    message: '{files} has no {kindEn} `{name}`.',
    hint: 'Correct the name, or add the {kindEn} to the file.[? Did you mean {suggestion}?]',
    why: 'Compose refuses a service its files do not have; of a profile they do not have it says nothing, and starts nothing more.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```bash step=restart',
    'docker compose restart bakcend',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```bash step=restart',
    'docker compose restart backend',
    '```',
  ],
})

/** Services and profiles that calls of Compose name, and the files they read have not. */
export const composeNames = pageRule([nameComposeUnknown], (facts, surroundings) => {
  const calls = facts.calls.filter(isComposeHere)
  if (isPlain(facts.page)) {
    const shown = new Set(composeServices(facts.page).map(({ name }) => name))
    return calls.flatMap((call) => misspelt(call, shown))
  }
  return calls.flatMap((call) => {
    const named = servicesOf(call)
    const profiles = (ask(call, 'compose')?.profiles ?? []).flatMap((at) =>
      isKnown(at) ? [{ name: at.text, word: at }] : [],
    )
    // Most calls name nothing: their files need not be read.
    const project = named.length + profiles.length > 0 ? composeProject(call, { facts, surroundings }) : undefined
    if (!project) return []
    const files = project.files.join(', ')
    return [
      ...missing(call, named, { files, kind: SERVICE, known: project.services }),
      ...missing(call, profiles, { files, kind: PROFILE, known: project.profiles }),
    ]
  })
})

const SERVICE: Localized = { es: 'servicio', en: 'service' }
const PROFILE: Localized = { es: 'perfil', en: 'profile' }

const isKnown = (word: LineWord): word is LineWord & { text: string } =>
  word.text !== undefined && word.text !== '*' && !word.text.includes('$')

interface Named {
  name: string
  word: LineWord
}

const servicesOf = (call: Call): readonly Named[] => ask(call, 'compose')?.services ?? []

interface Known {
  files: string
  kind: Localized
  known: ReadonlySet<string>
}

function missing(call: Call, named: readonly Named[], { files, kind: { es, en }, known }: Known): Finding[] {
  return named
    .filter(({ name }) => !known.has(name))
    .map(({ name, word }) => {
      const data = { name, files, kindEs: es, kindEn: en, suggestion: suggest(name, known) }
      return nameComposeUnknown.at(placeOfWord(call, word.word), data)
    })
}

/** A plain document may show a part of the file it means: only what is nearly a service it shows is a slip. */
function misspelt(call: Call, shown: ReadonlySet<string>): Finding[] {
  const near = servicesOf(call).filter(({ name }) => suggest(name, shown) !== undefined)
  return missing(call, near, { files: 'compose.yaml', kind: SERVICE, known: shown })
}
