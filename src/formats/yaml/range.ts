import { type Document, isMap, isPair, isScalar, isSeq, type Node } from 'yaml'

/** Offsets into a file's text, UTF-16. */
export type Range = readonly [start: number, end: number]

/** Where a path of a document stands, `['services', 'web', 'ports', '0']`: the key of a mapping, the item of a list, or the nearest part there is. */
export function rangeOfPath({ contents }: Document, path: readonly string[]): Range | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = nodeAt(contents, path.slice(0, length - 1))
    const last = path[length - 1] as string
    const node = isMap(parent) ? keyOf(parent, last) : isSeq(parent) ? parent.items[Number(last)] : undefined
    const range = (node as Node | undefined)?.range
    if (range) return [range[0], range[1]]
  }
  return undefined
}

/** Where the value at a path stands, or what there is of the path. */
export function rangeOfValue(document: Document, path: readonly string[]): Range | undefined {
  const range = nodeAt(document.contents, path)?.range
  return range ? [range[0], range[1]] : rangeOfPath(document, path)
}

function keyOf(map: { items: readonly unknown[] }, name: string): unknown {
  return map.items
    .map((item) => (isPair(item) ? item.key : undefined))
    .find((key) => isScalar(key) && String(key.value) === name)
}

function nodeAt(contents: Document['contents'], path: readonly string[]): Node | undefined {
  let at: unknown = contents
  for (const part of path) {
    if (isMap(at)) at = at.items.find(({ key }) => isScalar(key) && String(key.value) === part)?.value
    else at = isSeq(at) ? at.items[Number(part)] : undefined
  }
  return (at ?? undefined) as Node | undefined
}
