import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml'
import { type FileBlock, type Page, placeIn } from '#document/model.ts'
import type { Place } from '#schema/place.ts'

/** A text of a compose file and where it stands. */
export interface ComposeText {
  text: string
  place: Place
}

/** One service as one block of a page tells it. */
export interface ComposeService {
  name: string
  block: FileBlock
  image: ComposeText | undefined
  containerName: ComposeText | undefined
  builds: boolean
  ports: readonly ComposeText[]
  replicas: ComposeText | undefined
  healthcheck: readonly ComposeText[]
  logDriver: ComposeText | undefined
  logOptions: readonly ComposeText[]
}

/** The services of every block of a page that is a compose file or a piece of one. Blocks that are not valid YAML give none. */
export function composeServices(page: Page): ComposeService[] {
  return page.blocks
    .filter((block): block is FileBlock => block.kind === 'file' && /^\s*services:/m.test(block.text))
    .flatMap((block) => servicesOf(page, block))
}

function servicesOf(page: Page, block: FileBlock): ComposeService[] {
  try {
    const document = parseDocument(block.text, { logLevel: 'silent', prettyErrors: false })
    const services: unknown = isMap(document.contents) ? document.contents.get('services', true) : undefined
    if (document.errors.length > 0 || !isMap(services)) return []
    return services.items.flatMap(({ key, value }) =>
      isScalar(key) && isMap(value) ? [serviceOf(String(key.value), value, { page, block })] : [],
    )
  } catch {
    // The YAML library recurses; the format's own check says what is wrong.
    return []
  }
}

interface Where {
  page: Page
  block: FileBlock
}

function serviceOf(name: string, node: YAMLMap, where: Where): ComposeService {
  const at = (...path: string[]) => textsOf(node.getIn(path, true), where)
  return {
    name,
    block: where.block,
    image: at('image')[0],
    containerName: at('container_name')[0],
    builds: node.has('build') && !isNull(node.get('build', true)),
    ports: at('ports'),
    replicas: at('deploy', 'replicas')[0] ?? at('scale')[0],
    healthcheck: at('healthcheck', 'test'),
    logDriver: at('logging', 'driver')[0],
    logOptions: keysOf(node.getIn(['logging', 'options'], true), where),
  }
}

const isNull = (node: unknown) => isScalar(node) && node.value === null

/** The text of a scalar, or of each scalar of a list. */
function textsOf(node: unknown, where: Where): ComposeText[] {
  if (isSeq(node)) return node.items.flatMap((item) => textsOf(item, where))
  return isScalar(node) && node.range ? [textAt(String(node.value ?? ''), node.range, where)] : []
}

function keysOf(node: unknown, where: Where): ComposeText[] {
  return isMap(node) ? node.items.flatMap(({ key }) => textsOf(key, where)) : []
}

const textAt = (text: string, [start, end]: readonly number[], { page, block }: Where): ComposeText => ({
  text,
  place: placeIn(page, block, start ?? 0, end),
})
