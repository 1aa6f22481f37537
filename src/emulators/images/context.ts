import type { Files } from '../model.ts'
import { dockerignore } from './dockerignore.ts'

/** Files of a build context as paths in the context (`/app/main.py`) to text, without what `.dockerignore` excludes. */
export async function readContext(
  from: { files: Files; contextDirectory: string },
  dockerfile: string,
): Promise<Record<string, string>> {
  const { files, contextDirectory } = from
  const root = contextDirectory.replace(/\/$/, '')
  const isExcluded = dockerignore(await ignoreText(files, root, dockerfile))
  const context: Record<string, string> = {}
  for (const path of await files.list(contextDirectory)) {
    const relative = path.slice(root.length)
    if (!isExcluded(relative.slice(1))) context[relative] = await files.read(path)
  }
  return context
}

/** `<Dockerfile>.dockerignore` comes before `.dockerignore`. */
async function ignoreText(files: Files, root: string, dockerfile: string): Promise<string> {
  for (const path of [`${dockerfile}.dockerignore`, `${root}/.dockerignore`])
    if (await files.exists(path)) return files.read(path)
  return ''
}
