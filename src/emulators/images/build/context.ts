import { ignoreFilesOf, readDockerignore } from '#formats/dockerignore/read.ts'
import { type Files, NotModelled } from '../../model.ts'
import { joinPath } from '../image-files.ts'

/** Files of a build context as paths in the context (`/app/main.py`) to text, without what `.dockerignore` excludes. */
export async function readContext(
  from: { files: Files; contextDirectory: string },
  dockerfile: string,
): Promise<Record<string, string>> {
  const { files, contextDirectory } = from
  const root = contextDirectory.replace(/\/$/, '')
  const { excludes, malformed } = readDockerignore(await ignoreText(files, root, dockerfile))
  if (malformed !== undefined) throw new NotModelled(`.dockerignore: ${malformed}, which Docker refuses`)
  const context: Record<string, string> = {}
  for (const path of await files.list(contextDirectory)) {
    const relative = path.slice(root.length)
    if (!excludes(relative.slice(1))) context[relative] = await files.read(path)
  }
  return context
}

async function ignoreText(files: Files, root: string, dockerfile: string): Promise<string> {
  for (const name of ignoreFilesOf(dockerfile)) {
    const path = joinPath(root, name)
    if (await files.exists(path)) return files.read(path)
  }
  return ''
}
