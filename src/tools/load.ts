import { BUILTINS } from './bash/builtins.ts'
import type { Grammar } from './match/model.ts'
import { REGISTRY, type Registered } from './registry.ts'
import type { Tool, Tools } from './tool.ts'

/** The names of all tools there are. */
export const TOOL_NAMES: readonly string[] = Object.keys(REGISTRY)

/** The tools that texts mention, and what bash runs itself. Loads only those, each once. */
export async function loadToolsFor(texts: Iterable<string>): Promise<Tools> {
  const mentioned = new Set<string>()
  for (const text of texts)
    for (const [word] of text.matchAll(/[a-z][\w-]*/g)) if (Object.hasOwn(REGISTRY, word)) mentioned.add(word)
  const loaded = await Promise.all([...mentioned].map(async (name) => [name, await loadTool(name)] as const))
  return { ...BUILTINS, ...Object.fromEntries(loaded) }
}

/** All tools there are. */
export const loadAllTools = (): Promise<Tools> => loadToolsFor(TOOL_NAMES)

const known = new Map<string, Promise<Tool>>()

/** An import costs more than a look, even of what is imported already. */
function loadTool(name: string): Promise<Tool> {
  const loading = known.get(name) ?? load(name, REGISTRY[name] as Registered)
  known.set(name, loading)
  return loading
}

async function load(name: string, { grammar, facts, as }: Registered): Promise<Tool> {
  const readBy = as ? REGISTRY[as.tool]?.grammar : grammar
  const [read, module] = await Promise.all([readBy?.(), facts?.()])
  return { name: as?.tool ?? name, grammar: read, facts: module?.facts, ...(as && { after: as.after }) }
}

/** The grammars of tools that have one, by the name pages call them by. */
export const grammarsOf = (tools: Tools): Record<string, Grammar> =>
  Object.fromEntries(Object.entries(tools).flatMap(([name, { grammar }]) => (grammar ? [[name, grammar]] : [])))
