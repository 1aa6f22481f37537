import { parse, stringify } from 'yaml'
import { FINDING_CODES } from '#catalogue/catalogue.ts'
import { loadAllFormats } from '#check/files/load.ts'
import { WHOLE } from '#check/rules/procedure/card/example.ts'
import type { Page } from '#document/model.ts'
import { parsePage } from '#document/parse.ts'
import type { ExampleKind } from '#finding/define.ts'
import { loadAllTools } from '#tools/load.ts'

const tools = await loadAllTools()
const present = new Set(['Dockerfile', 'app', 'app.py', 'requirements.txt', '.env'])
const world = new Set(['8000'])

/** What the rules know beyond the examples. */
export const surroundings = {
  tools,
  formats: await loadAllFormats(),
  workspaceFiles: () => present,
  worldWords: () => world,
  situations: () => new Set(['bad-release']),
  variations: () => new Set(['second-run', 'more-files']),
  findingCodes: FINDING_CODES,
}

/** The pages of an example by their files. */
type Sources = Readonly<Record<string, string>>

/** Where the page of an example is, if there is one. */
export const PAGE = 'content/docs/runbooks/page.md'
const ENGLISH = PAGE.replace('docs/', 'docs/en/')

/** The pages an example stands for, where they need not be run or compared with anything. None for the other kinds. */
export function sourcesOf(text: string, of: ExampleKind): Sources {
  switch (of) {
    case 'blocks':
      return { [PAGE]: runbook(text) }
    case 'page':
      return { [PAGE.replace('runbooks', 'guides')]: text }
    case 'pages':
      return Object.fromEntries(parts(text).map((part, index) => [`${'abc'[index]}/page.md`, part]))
    case 'twins':
      return twins(text)
    case 'parameters':
      return { [PAGE]: withParameter(text) }
    case 'procedures':
      return { [PAGE]: procedures(text) }
    case 'card':
      return { [PAGE]: withCard(text) }
    case 'incident':
      return incident(text)
    default:
      return {}
  }
}

/** The same, read. */
export const pagesOf = (example: string, of: ExampleKind = 'blocks'): Page[] =>
  Object.entries(sourcesOf(expand(example), of)).flatMap(([file, source]) => parsePage({ file, source }).page ?? [])

/** The parts of an example that holds several. */
export const parts = (text: string) => text.split(/^=====\n?/m)

/** `{{text*n}}`: that many times, with JavaScript's escapes. */
export const expand = (text: string) =>
  text.replaceAll(/\{\{(.+?)\*(\d+)\}\}/g, (_, piece: string, times: string) => unescaped(piece).repeat(Number(times)))

const unescaped = (text: string) => JSON.parse(`"${text.replaceAll('"', '\\"')}"`) as string

const DECLARED: Readonly<Record<string, string>> = {
  GCP_PROJECT_ID: '{ type: gcp-project-id, label: Proyecto, example: my-project }',
  REGION: '{ type: gcp-region, label: Región, example: europe-west1 }',
  IMAGE_TAG: '{ type: image-tag, label: Versión, example: 1.0.0 }',
  PREVIOUS_TAG: '{ type: image-tag, label: Versión anterior, example: 0.9.0 }',
  DB_NAME: '{ type: name, label: Base de datos, example: carblau }',
  DB_USER: '{ type: name, label: Usuario, example: carblau }',
  DB_PASSWORD: '{ type: secret, label: Clave, example: una-clave-de-ejemplo }',
}

/** A runbook of these blocks that declares the parameters they read. */
export function runbook(text: string): string {
  const used = Object.entries(DECLARED).filter(([name]) => text.includes(`$${name}`))
  const parameters = used.map(([name, declaration]) => `    ${name}: ${declaration}\n`).join('')
  const header = parameters === '' ? '' : `  parameters:\n${parameters}`
  return `---\ntitle: Ejemplo\nrunbook:\n  id: page\n  system: carblau\n${header}${CARD}---\n\n${text}`
}

/** What a runbook has to say before anything else, on a page that is an example of something else. */
const CARD = indented(WHOLE.join('\n'), '  ')

/** A runbook with this card in place of that. */
const withCard = (text: string): string =>
  runbook('```bash step=see effect=update\n: >note.txt\n```\n').replace(CARD, indented(text.trimEnd(), '  '))

function indented(text: string, by: string): string {
  return `${text.replaceAll(/^/gm, by)}\n`
}

function withParameter(declaration: string): string {
  const name = /^[^:]+/.exec(declaration)?.[0] ?? ''
  const block = `\`\`\`bash step=see effect=read\nprintf %s "$${name}" | wc -c\n\`\`\`\n`
  const header = runbook('').replace('carblau\n', `carblau\n  parameters:\n    ${declaration}\n`)
  return `${header}${block}`
}

/** A runbook that declares these procedures of its steps. */
function procedures(text: string): string {
  const [declared = '', blocks = ''] = parts(text)
  const lines = indented(declared.trimEnd(), '    ')
  return runbook(blocks).replace('system: carblau\n', `system: carblau\n  procedures:\n${lines}`)
}

function twins(text: string): Sources {
  const [es = '', en = ''] = parts(text)
  return { [PAGE]: runbook(es), ...(en !== '' && { [ENGLISH]: runbook(en) }) }
}

/** A post-mortem that holds together, in which the example's keys take the place of its own. */
const INCIDENT = {
  id: 'page',
  status: 'closed',
  summary: 'El chat dejó de responder.',
  severity: 'high',
  severityReason: 'Nadie podía chatear.',
  services: ['backend'],
  themes: ['environment-variables'],
  times: {
    started: { precision: 'unknown', reason: 'No se sabe.' },
    detected: { precision: 'unknown', reason: 'No se sabe.' },
    mitigated: { precision: 'unknown', reason: 'No se sabe.' },
    resolved: { precision: 'unknown', reason: 'No se sabe.' },
  },
  detection: 'Alguien leyó los registros.',
  impact: 'El chat contestó 401.',
  factors: [{ id: 'list-type', kind: 'technical', text: 'Una lista se lee como JSON.' }],
  timeline: [
    { id: 'build', time: { precision: 'exact', at: '2025-12-05' }, lasted: '12m', text: 'Construir.' },
    { id: 'push', time: { precision: 'exact', at: '2025-12-05' }, lasted: '8m', text: 'Subir.' },
  ],
  runbooks: [{ id: 'triage', relation: 'resolves' }],
  actions: [
    {
      id: 'decode',
      type: 'prevent',
      text: 'Leerla.',
      role: 'backend',
      status: 'open',
      priority: 'high',
      due: 'none',
      closes: ['list-type'],
    },
  ],
  lessons: { wentWell: ['Los registros lo decían.'] },
}

function incident(text: string): Sources {
  const folder = 'content/docs'
  const [es = '', en] = parts(text)
  const page = (keys: string, prefix: string) =>
    `---\n${stringify({ title: 'Caída', incident: { ...INCIDENT, ...(parse(keys, { schema: 'failsafe' }) as object) } })}---\n\n[Triaje](${prefix}/runbooks/triage/)\n`
  const book = (id: string, body: string) => runbook(body).replace('id: page', `id: ${id}`)
  const step = '```bash step=see effect=read\nls\n```\n'
  return {
    [`${folder}/post-mortems/page.md`]: page(es, ''),
    ...(en !== undefined && { [`${folder}/en/post-mortems/page.md`]: page(en, '/en') }),
    [`${folder}/runbooks/triage.md`]: book('triage', `[Caída](/post-mortems/page/)\n\n${step}`),
    ...(en !== undefined && {
      [`${folder}/en/runbooks/triage.md`]: book('triage', `[Crash](/en/post-mortems/page/)\n\n${step}`),
    }),
    [`${folder}/runbooks/unlinked.md`]: book('unlinked', step),
  }
}
