/** Characters that may stand in one place. A function where they are too many to list. */
export type Characters = string | ((character: string) => boolean)

/** One place of a way to write something: these characters once, or any number of times, none included. */
export type Step = Characters | { many: Characters }

/** A way to write something, place by place. */
export type Way = readonly Step[]

/** Where reading one symbol has got to. */
export interface ReaderState {
  readonly id: number
  /** A whole symbol has been read. */
  readonly complete: boolean
  /** What follows may belong to it too. */
  readonly open: boolean
  next(character: string): ReaderState | undefined
}

/** Reads one symbol of a secret, in any of the ways it may be written. */
export interface SymbolReader {
  /** Before its first character. */
  first: ReaderState
  /** After another symbol: what wraps or quotes a text may come before it. */
  after: ReaderState
}

/** How one symbol may be written. */
export interface SymbolWays {
  ways: readonly Way[]
  /** What may stand between it and the symbol before. */
  between: readonly Way[]
  /** What may stand within either, between the characters of an escape. */
  within: readonly Way[]
  /** It may be written several times over: blanks. */
  repeats?: boolean
}

/** A reader of a symbol. Its states are made as they are needed, and each but once. */
export function createReader({ ways, between, within, repeats }: SymbolWays): SymbolReader {
  const graph = createGraph(within)
  const done = graph.node()
  const first = graph.node()
  const after = graph.node()
  for (const way of ways) graph.connect(first, way, done)
  for (const way of between) (isLoose(way) ? graph.connectWhole : graph.connect)(after, way, after)
  after.free.push(first)
  if (repeats) for (const way of ways) graph.connect(done, way, done)
  const state = stateMaker(done)
  return { first: state([first]), after: state([after]) }
}

/** It takes in nearly anything: pauses within it would have it take in all that follows. */
const isLoose = (way: Way) => way.some((step) => typeof step === 'object' && typeof step.many === 'function')

interface Node {
  id: number
  edges: { characters: Characters; to: Node }[]
  /** Nodes one is at as well, without reading anything. */
  free: Node[]
}

function createGraph(within: readonly Way[]) {
  let count = 0
  const node = (): Node => ({ id: count++, edges: [], free: [] })
  /** Adds a way from one node to another. `pause` is called for each node between two of its places. */
  const connectBy = (pause: (at: Node) => void) => (from: Node, way: Way, to: Node) => {
    let at = from
    for (const step of way) {
      if (at !== from) pause(at)
      const next = node()
      if (typeof step === 'object') {
        at.free.push(next)
        next.edges.push({ characters: step.many, to: next })
      } else at.edges.push({ characters: step, to: next })
      at = next
    }
    at.free.push(to)
  }
  const connectWhole = connectBy(() => {})
  const connect = connectBy((at) => {
    for (const way of within) connectWhole(at, way, at)
  })
  return { node, connect, connectWhole }
}

function stateMaker(done: Node) {
  const known = new Map<string, ReaderState>()
  const make = (from: readonly Node[]): ReaderState => {
    const nodes = withFree(from)
    const key = nodes.map(({ id }) => id).join(',')
    const found = known.get(key) ?? createState(nodes, { id: known.size, done, make })
    known.set(key, found)
    return found
  }
  return make
}

interface Making {
  id: number
  done: Node
  make: (nodes: readonly Node[]) => ReaderState
}

function createState(nodes: readonly Node[], { id, done, make }: Making): ReaderState {
  const known = new Map<string, ReaderState | undefined>()
  const edges = nodes.flatMap((node) => node.edges)
  const read = (character: string) => {
    const reached = edges.filter(({ characters }) => holds(characters, character)).map(({ to }) => to)
    return reached.length === 0 ? undefined : make(reached)
  }
  return {
    id,
    complete: nodes.includes(done),
    open: edges.length > 0,
    next(character) {
      if (!known.has(character)) known.set(character, read(character))
      return known.get(character)
    },
  }
}

const holds = (characters: Characters, character: string) =>
  typeof characters === 'string' ? characters.includes(character) : characters(character)

/** All nodes one is at, in the order of their numbers. */
function withFree(nodes: readonly Node[]): Node[] {
  const found = new Set(nodes)
  for (const node of found) for (const other of node.free) found.add(other)
  return [...found].sort((a, b) => a.id - b.id)
}
