import { composeServices } from '#check/files/compose/shown.ts'
import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { pageRule } from '#check/rule.ts'
import type { FileBlock, Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { readDockerfile } from '#formats/dockerfile/read.ts'
import { stagesOf } from '#formats/dockerfile/stage.ts'
import type { Place } from '#schema/place.ts'
import { baseLacks, isWellKnownImage } from '#tools/docker/images.ts'

export const nameToolMissing = defineFinding({
  code: 'NAME_TOOL_MISSING',
  severity: 'error',
  allowable: true,
  es: {
    message: 'La imagen parte de {base}, que no trae {program}, y su Dockerfile no lo instala.',
    hint: 'Instálalo en el Dockerfile, o usa lo que la imagen tiene.',
    why: 'Las imágenes pequeñas no traen curl ni ps. Una comprobación de salud que los usa deja el contenedor enfermo para siempre.',
  },
  en: {
    message: 'The image is based on {base}, which has no {program}, and its Dockerfile does not install it.',
    hint: 'Install it in the Dockerfile, or use what the image has.',
    why: 'Small images have neither curl nor ps. A health check that uses them leaves the container sick forever.',
  },
  wrong: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'CMD ["python", "-m", "app"]',
    '```',
    '',
    '```bash step=check-inside effect=create',
    'docker run --detach --name=api app:1.0.0',
    'docker exec api curl -f --max-time 10 http://localhost:8080/health',
    '```',
  ],
  right: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'CMD ["python", "-m", "app"]',
    '```',
    '',
    '```bash step=check-inside effect=create',
    'docker run --detach --name=api app:1.0.0',
    'docker exec api python -c \'import urllib.request as r; r.urlopen("http://localhost:8080/health")\'',
    '```',
  ],
})

/** Programs run inside the page's image, by `docker exec` or a health check, that its Dockerfile never installs. */
export const insideTool = pageRule([nameToolMissing], (facts) => {
  const image = imageOf(facts.page)
  return image ? uses(facts).flatMap(({ program, place }) => missing(image, program, place)) : []
})

interface Image {
  base: string
  installed: string
}

/** The page's one image. Several Dockerfiles say nothing certain. */
function imageOf(page: Page): Image | undefined {
  const files = page.blocks.filter((block) => block.kind === 'file').filter(isDockerfile)
  const [file] = files
  if (!file || files.length > 1) return undefined
  const instructions = readDockerfile(file.text)
  const base = stagesOf(instructions).at(-1)?.from.args[0]?.text
  const installed = instructions.flatMap(({ keyword, joined }) => (keyword === 'RUN' ? joined : [])).join('\n')
  return base === undefined ? undefined : { base, installed }
}

const isDockerfile = ({ path, text }: FileBlock) =>
  /(^|\/)Dockerfile(\.\w+)?$/.test(path) && /^FROM\b/im.test(text) && /^(CMD|ENTRYPOINT|RUN)\b/im.test(text)

interface Use {
  program: string
  place: Place
}

function uses({ page, calls }: PageFacts): Use[] {
  const others = new Set(calls.flatMap(foreignContainer))
  const inside = calls.flatMap((call): Use[] => {
    const { container, program } = ask(call, 'runsInside') ?? {}
    if (!program?.text || others.has(container?.text ?? '')) return []
    return [{ program: program.text, place: placeOfWord(call, program.word) }]
  })
  const checks = composeServices(page)
    .filter(({ builds }) => builds)
    .flatMap(({ healthcheck: [kind, ...words] }) => {
      const word = kind && /^CMD(-SHELL)?$/.test(kind.text) ? words[0] : kind
      const program = word?.text.trim().split(/\s+/)[0]
      return word && program ? [{ program, place: word.place }] : []
    })
  return [...inside, ...checks]
}

/** The name of a container of an image from a public registry: it is not the page's. */
function foreignContainer(call: Call): string[] {
  const { image, name } = ask(call, 'container') ?? {}
  return image?.text !== undefined && isWellKnownImage(image.text) && name?.text !== undefined ? [name.text] : []
}

function missing({ base, installed }: Image, program: string, place: Place): Finding[] {
  if (!baseLacks(base, program) || new RegExp(`(^|[\\s/])${program}([\\s;]|$)`, 'm').test(installed)) return []
  return [nameToolMissing.at(place, { program, base })]
}
