import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { readOneYaml } from '../yaml/read.ts'

/** Makes what stands for a text of a file from the text and its offsets. */
export type Placed<Word> = (text: string, start: number, end: number) => Word

/** One service as a Compose file tells it, each of its texts placed. */
export interface PlacedService<Word> {
  name: string
  image: Word | undefined
  containerName: Word | undefined
  builds: boolean
  ports: readonly Word[]
  replicas: Word | undefined
  healthcheck: readonly Word[]
  logDriver: Word | undefined
  logOptions: readonly Word[]
}

/** The services of a Compose file or a piece of one, with positions; none where it cannot be read. */
export function placedServices<Word>(text: string, placed: Placed<Word>): PlacedService<Word>[] {
  const contents = readOneYaml(text)?.contents
  const services: unknown = isMap(contents) ? contents.get('services', true) : undefined
  if (!isMap(services)) return []
  return services.items.flatMap(({ key, value }) =>
    isScalar(key) && isMap(value) ? [serviceOf(String(key.value), value, placed)] : [],
  )
}

function serviceOf<Word>(name: string, node: YAMLMap, placed: Placed<Word>): PlacedService<Word> {
  const at = (...path: string[]) => textsOf(node.getIn(path, true), placed)
  return {
    name,
    image: at('image')[0],
    containerName: at('container_name')[0],
    builds: node.has('build') && !isNull(node.get('build', true)),
    ports: at('ports'),
    replicas: at('deploy', 'replicas')[0] ?? at('scale')[0],
    healthcheck: at('healthcheck', 'test'),
    logDriver: at('logging', 'driver')[0],
    logOptions: keysOf(node.getIn(['logging', 'options'], true), placed),
  }
}

const isNull = (node: unknown) => isScalar(node) && node.value === null

/** The text of a scalar, or of each scalar of a list. */
function textsOf<Word>(node: unknown, placed: Placed<Word>): Word[] {
  if (isSeq(node)) return node.items.flatMap((item) => textsOf(item, placed))
  return isScalar(node) && node.range ? [placed(String(node.value ?? ''), node.range[0], node.range[1])] : []
}

function keysOf<Word>(node: unknown, placed: Placed<Word>): Word[] {
  return isMap(node) ? node.items.flatMap(({ key }) => textsOf(key, placed)) : []
}
