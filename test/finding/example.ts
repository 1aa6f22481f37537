import { parse, stringify } from 'yaml'
import { FINDING_CODES } from '#catalogue/catalogue.ts'
import { check } from '#check/check.ts'
import { shownCompose } from '#check/files/compose/refusal.ts'
import { loadAllFormats } from '#check/files/load.ts'
import { inPlainPage } from '#check/plain.ts'
import type { Page } from '#document/model.ts'
import { parsePage } from '#document/parse.ts'
import { parsePlainPage } from '#document/plain.ts'
import type { ExampleKind } from '#finding/define.ts'
import { composeRefusals } from '#fixture/docker/compose-config.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'
import { loadAllTools } from '#tools/load.ts'
import { coverageFindings, coverageOf } from '../../src/knowledge/evidence/coverage.ts'
import { outlineOf } from '../../src/knowledge/outline.ts'
import { staleIn } from '../../src/knowledge/reference/drift.ts'
import { referencePages } from '../../src/knowledge/reference/page.ts'
import { expectedScripts, scriptDrift } from '../../src/knowledge/scripts/drift.ts'
import { shippedPages } from '../faults/pages.ts'
import { builtImage } from '../support/docker.ts'
import { runPages } from '../support/page-run.ts'
import { varyPages } from '../support/vary.ts'

const tools = await loadAllTools()
const present = new Set(['Dockerfile', 'app', 'app.py', 'requirements.txt', '.env'])
const world = new Set(['8000'])
const surroundings = {
  tools,
  formats: await loadAllFormats(),
  workspaceFiles: () => present,
  worldWords: () => world,
  situations: () => new Set(['bad-release']),
  variations: () => new Set(['second-run', 'more-files']),
  findingCodes: FINDING_CODES,
}

/** The codes found in an example, as its kind is read: as blocks of a runbook if nothing else is said. */
export async function codesIn(example: string, of: ExampleKind = 'blocks'): Promise<string[]> {
  const text = expand(example)
  switch (of) {
    case 'blocks':
      return codesAlone({ 'content/docs/runbooks/page.md': runbook(text) })
    case 'page':
      return codesAlone({ 'content/docs/runbooks/page.md': text })
    case 'pages':
      return codesOf(Object.fromEntries(parts(text).map((part, index) => [`${'abc'[index]}/page.md`, part])))
    case 'twins':
      return twins(text)
    case 'plain':
      return plain(text)
    case 'run':
      return runCodes(text)
    case 'parameters':
      return codesAlone({ 'content/docs/runbooks/page.md': withParameter(text) })
    case 'procedures':
      return procedures(text)
    case 'variations':
      return variations(text)
    case 'incident':
      return incident(text)
    case 'scripts':
      return scripts(text)
    case 'reference':
      return reference(text)
    case 'compose':
      return compose(text)
    case 'coverage':
      return coverage(text)
  }
}

const parts = (text: string) => text.split(/^=====\n?/m)

/** `{{text*n}}`: that many times, with JavaScript's escapes. */
const expand = (text: string) =>
  text.replaceAll(/\{\{(.+?)\*(\d+)\}\}/g, (_, piece: string, times: string) => unescaped(piece).repeat(Number(times)))

const unescaped = (text: string) => JSON.parse(`"${text.replaceAll('"', '\\"')}"`) as string

function codesOf(sources: Readonly<Record<string, string>>): string[] {
  const parsed = Object.entries(sources).map(([file, source]) => parsePage({ file, source }))
  const pages = parsed.flatMap(({ page }): Page[] => (page ? [page] : []))
  const found = [...parsed.flatMap(({ findings }) => findings), ...check(pages, surroundings)]
  return found.map(({ code }) => code)
}

/** One page of a knowledge base, whose twin is another matter. */
const codesAlone = (sources: Readonly<Record<string, string>>) =>
  codesOf(sources).filter((code) => code !== 'LOCALE_TWIN_MISSING')

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
function runbook(text: string): string {
  const used = Object.entries(DECLARED).filter(([name]) => text.includes(`$${name}`))
  const parameters = used.map(([name, declaration]) => `    ${name}: ${declaration}\n`).join('')
  const header = parameters === '' ? '' : `  parameters:\n${parameters}`
  return `---\ntitle: Ejemplo\nrunbook:\n  id: page\n  system: carblau\n${header}---\n\n${text}`
}

function withParameter(declaration: string): string {
  const name = /^[^:]+/.exec(declaration)?.[0] ?? ''
  const block = `\`\`\`bash step=see effect=read\nprintf %s "$${name}" | wc -c\n\`\`\`\n`
  const header = runbook('').replace('carblau\n', `carblau\n  parameters:\n    ${declaration}\n`)
  return `${header}${block}`
}

/** A runbook that declares these procedures of its steps. */
function procedures(text: string): string[] {
  const [declared = '', blocks = ''] = parts(text)
  const lines = declared.trimEnd().replaceAll(/^/gm, '    ')
  const page = runbook(blocks).replace('system: carblau\n', `system: carblau\n  procedures:\n${lines}\n`)
  return codesAlone({ 'content/docs/runbooks/page.md': page })
}

/** A runbook under every variation of the small world. */
async function variations(text: string): Promise<string[]> {
  const [except = '', blocks = ''] = text.includes('=====') ? parts(text) : ['', text]
  const page = runbook(blocks).replace('system: carblau\n', `system: small\n${except.replaceAll(/^(?=.)/gm, '  ')}`)
  const sources = new Map([['content/docs/runbooks/page.md', page]])
  const { findings } = await varyPages({ sources, id: 'page', directory: 'test/variations/worlds/small' })
  return findings.map(({ code }) => code)
}

function twins(text: string): string[] {
  const [es = '', en = ''] = parts(text)
  const folder = 'content/docs'
  const pages = { [`${folder}/runbooks/page.md`]: runbook(es), [`${folder}/en/runbooks/page.md`]: runbook(en) }
  return codesOf(en === '' ? { [`${folder}/runbooks/page.md`]: runbook(es) } : pages)
}

function plain(source: string): string[] {
  const { page, findings } = parsePlainPage({ file: 'a.md', source, commands: KNOWN_PROGRAMS })
  return [...inPlainPage(findings), ...(page ? check([page], surroundings) : [])].map(({ code }) => code)
}

async function runCodes(text: string): Promise<string[]> {
  const sources = new Map([['content/docs/runbooks/page.md', runbook(text)]])
  const { findings } = await runPages({ sources, id: 'page', fixture: 'embedded' })
  return findings.map(({ code }) => code)
}

/** A page in place of one of the reference; `pnpm generate` leaves them as they are. */
async function reference(text: string): Promise<string[]> {
  const [page] = referencePages()
  if (!page) return []
  const found = text.trim() === 'pnpm generate' ? page.text : text
  return staleIn([page], () => Promise.resolve(found)).then((stale) => stale.map(({ finding }) => finding.code))
}

/** What the real Compose refuses, once nothing else is wrong. Needs an engine. */
async function compose(text: string): Promise<string[]> {
  const file = 'content/docs/runbooks/page.md'
  const { page } = parsePage({ file, source: runbook(text) })
  const shown = page ? shownCompose(page) : []
  const reasons = await composeRefusals(shown, { image: builtImage(), signal: new AbortController().signal })
  const refused = shown.filter((_, index) => reasons[index] !== undefined).map(() => 'FILE_COMPOSE_REFUSED')
  return [...codesAlone({ [file]: runbook(text) }), ...refused]
}

/** All that runs counts as run by real tools, and all is to be run. */
async function coverage(text: string): Promise<string[]> {
  const file = 'content/docs/runbooks/page.md'
  const { page } = parsePage({ file, source: runbook(text) })
  const { report } = await runPages({ sources: new Map([[file, runbook(text)]]), id: 'page', fixture: 'embedded' })
  const runs = [{ ...report, steps: report.steps.map((step) => ({ ...step, evidence: 'executed' as const })) }]
  const outlines = page ? [outlineOf(page)] : []
  return coverageFindings(coverageOf({ outlines, runs, locale: 'es', required: 100 }), 'es').map(({ code }) => code)
}

/** A post-mortem that holds together, in which the example's keys take the place of its own. */
const INCIDENT = {
  id: 'page',
  status: 'closed',
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
  actions: [{ id: 'decode', type: 'prevent', text: 'Leerla.', role: 'backend', status: 'open', closes: ['list-type'] }],
  lessons: { wentWell: ['Los registros lo decían.'] },
}

function incident(text: string): string[] {
  const folder = 'content/docs'
  const [es = '', en] = parts(text)
  const page = (keys: string, prefix: string) =>
    `---\n${stringify({ title: 'Caída', incident: { ...INCIDENT, ...(parse(keys, { schema: 'failsafe' }) as object) } })}---\n\n[Triaje](${prefix}/runbooks/triage/)\n`
  const book = (id: string, body: string) => runbook(body).replace('id: page', `id: ${id}`)
  const step = '```bash step=see effect=read\nls\n```\n'
  return codesAlone({
    [`${folder}/post-mortems/page.md`]: page(es, ''),
    ...(en !== undefined && { [`${folder}/en/post-mortems/page.md`]: page(en, '/en') }),
    [`${folder}/runbooks/triage.md`]: book('triage', `[Caída](/post-mortems/page/)\n\n${step}`),
    ...(en !== undefined && {
      [`${folder}/en/runbooks/triage.md`]: book('triage', `[Crash](/en/post-mortems/page/)\n\n${step}`),
    }),
    [`${folder}/runbooks/unlinked.md`]: book('unlinked', step),
  })
}

/** A page of the example beside the scripts there are; `pnpm generate` leaves the shipped pages as they are. */
async function scripts(text: string): Promise<string[]> {
  const sources =
    text.trim() === 'pnpm generate' ? shippedPages() : new Map([['content/docs/runbooks/cloud-run-deploy.md', text]])
  const pages = [...sources].flatMap(([file, source]) => parsePage({ file, source }).page ?? [])
  const drift = await scriptDrift(expectedScripts(pages), [...sources.keys()])
  return drift.map(({ finding }) => finding.code)
}
