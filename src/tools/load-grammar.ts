import type { Grammar } from './match/model.ts'

/** Tools whose pinned grammar emulators read. */
export type Tool = 'gcloud' | 'docker' | 'pip' | 'uvicorn'

const GRAMMARS = {
  gcloud: () => import('./gcloud/grammar.json', { with: { type: 'json' } }),
  docker: () => import('./docker/grammar.json', { with: { type: 'json' } }),
  pip: () => import('./pip/grammar.json', { with: { type: 'json' } }),
  uvicorn: () => import('./uvicorn/grammar.json', { with: { type: 'json' } }),
}

/** The pinned grammar of a tool. Loaded on first use, once. */
export const loadGrammar = async (tool: Tool): Promise<Grammar> => {
  // A grammar's type is as large as its text; the grammar's own test holds it to the model.
  const grammar: unknown = (await GRAMMARS[tool]()).default
  return grammar as Grammar
}
