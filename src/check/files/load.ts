import type { Page } from '#document/model.ts'
import type { FormatName } from '#formats/registry.ts'
import type { FormatCheck, Formats } from '../rule.ts'
import { filesOf } from './page-file.ts'

/** Loads the checks, and the parsers behind them, of the formats that pages show; pages without files load nothing. */
export async function loadFormats(pages: readonly Page[]): Promise<Formats> {
  const names = new Set(pages.flatMap((page) => filesOf(page).map(({ format }) => format)))
  return loadNamed([...names])
}

/** Loads the checks of all formats. */
export const loadAllFormats = (): Promise<Formats> => loadNamed(Object.keys(CHECKS) as FormatName[])

const loadNamed = async (names: readonly FormatName[]): Promise<Formats> =>
  new Map(await Promise.all(names.map(async (name) => [name, await CHECKS[name]()] as const)))

const CHECKS: Readonly<Record<FormatName, () => Promise<FormatCheck>>> = {
  dockerfile: async () => (await import('./dockerfile/dockerfile.ts')).dockerfile,
  compose: async () => (await import('./compose/compose.ts')).compose,
  workflow: async () => (await import('./workflow/workflow.ts')).workflow,
  'cloud-build': async () => (await import('./cloud-build/cloud-build.ts')).cloudBuild,
  yaml: async () => (await import('./yaml/yaml.ts')).yaml,
  json: async () => (await import('./json/json.ts')).json,
  toml: async () => (await import('./toml/toml.ts')).toml,
  python: async () => (await import('./python/python.ts')).python,
  nginx: async () => (await import('./nginx/nginx.ts')).nginx,
  systemd: async () => (await import('./systemd/systemd.ts')).systemd,
  env: async () => (await import('./dotenv/env.ts')).env,
  makefile: async () => (await import('./makefile/makefile.ts')).makefile,
}
