import { loadGrammar } from './load.ts'
import type { Grammar } from './match/model.ts'
import { BUILT_IN_GRAMMARS } from './tables/built-in.ts'
import { NETWORK_GRAMMARS } from './tables/network.ts'
import { PROGRAM_GRAMMARS } from './tables/programs.ts'
import { SYSTEM_GRAMMARS } from './tables/system.ts'

/** Tools whose grammar is in the catalogue, a file each. */
const CATALOGUED: ReadonlySet<string> = new Set(
  `base64 basename cat certbot chgrp chmod chown cmp cp curl cut date df diff dirname du egrep fgrep free git grep
  groupadd gunzip gzip head hostname id install journalctl less ln ls lsblk make md5sum mkdir mktemp mv nproc openssl pg_dump
  pg_isready pg_restore pgrep pip pip3 pkill psql readlink realpath redis-cli rm rmdir rsync sed seq sha1sum sha256sum
  sha512sum shuf sleep sort split stat systemctl tail tar tee touch tr truncate uname uniq uptime useradd usermod uvicorn wc wget
  whoami xz zcat`.split(/\s+/),
)

const WRITTEN: Readonly<Record<string, Grammar | undefined>> = {
  ...BUILT_IN_GRAMMARS,
  ...NETWORK_GRAMMARS,
  ...PROGRAM_GRAMMARS,
  ...SYSTEM_GRAMMARS,
}

/** Tools that have a grammar, whatever its kind. */
export const TOOLS: ReadonlySet<string> = new Set(['docker', 'gcloud', ...CATALOGUED, ...Object.keys(WRITTEN)])

/** Programs that are read by another's grammar. */
const READ_AS: Readonly<Record<string, string | undefined>> = { 'docker-compose': 'docker' }

/** The grammars of the tools that texts mention, by tool. Loads only those. */
export async function loadGrammarsFor(texts: Iterable<string>): Promise<Record<string, Grammar>> {
  const mentioned = new Set<string>()
  for (const text of texts)
    for (const [word] of text.matchAll(/[a-z][\w-]*/g)) {
      const tool = READ_AS[word] ?? word
      if (TOOLS.has(tool)) mentioned.add(tool)
    }
  const loaded = await Promise.all([...mentioned].map(async (tool) => [tool, await loadOnce(tool)] as const))
  return Object.fromEntries(loaded.flatMap(([tool, grammar]) => (grammar ? [[tool, grammar]] : [])))
}

const known = new Map<string, Promise<Grammar | undefined>>()

/** An import costs more than a look, even of what is imported already. */
function loadOnce(tool: string): Promise<Grammar | undefined> {
  const loading = known.get(tool) ?? load(tool)
  known.set(tool, loading)
  return loading
}

async function load(tool: string): Promise<Grammar | undefined> {
  if (tool === 'docker' || tool === 'gcloud') return loadGrammar(tool)
  if (!CATALOGUED.has(tool)) return WRITTEN[tool]
  const { default: catalogue }: { default: Grammar } = await import(`./${tool}/grammar.json`, {
    with: { type: 'json' },
  })
  return catalogue
}
