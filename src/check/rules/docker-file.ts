import { type FileBlock, placeIn } from '#document/model.ts'
import { finding } from '#finding/finding.ts'
import { isIgnored } from '#formats/dockerignore/excludes.ts'
import type { Rule } from '../rule.ts'

/** A Dockerfile whose last stage makes a user and then runs as root. */
export const unusedUser: Rule = ({ page }) =>
  page.blocks
    .filter((block): block is FileBlock => block.kind === 'file' && /(^|\/)Dockerfile$/.test(block.path))
    .flatMap((block) => {
      const from = Math.max(...[...block.text.matchAll(/^FROM\b/gim)].map(({ index }) => index), 0)
      const stage = block.text.slice(from)
      const created = /^RUN\b.*\b(?:useradd|adduser)\b.*?([\w-]+)\s*$/im.exec(stage)
      const user = [...stage.matchAll(/^USER\s+([\w-]+)/gim)].at(-1)?.[1]
      // An entry point, or one of these, may leave root by itself.
      if (!created || /^ENTRYPOINT\b|\b(gosu|su-exec|setpriv|runuser)\b/im.test(stage)) return []
      if (user !== undefined && user !== 'root' && user !== '0') return []
      return [finding('FILE_DOCKERFILE_USER', placeIn(page, block, from + created.index), { name: created[1] })]
    })

/** Files with a container's variables that a `.dockerignore` of the page lets into images. */
export const ignoredSecrets: Rule = ({ page }) => {
  const files = page.blocks.filter((block) => block.kind === 'file')
  const secret = files.find(({ path }) => /^\.env(\.\w+)*$/.test(path) && !/\.(example|sample|template)$/.test(path))
  const ignores = files.filter(({ path }) => path === '.dockerignore')
  if (!secret) return []
  return ignores
    .filter(({ text }) => !isIgnored(text, secret.path))
    .map((block) => finding('FILE_IGNORE_MISSES', placeIn(page, block, 0), { file: block.path, found: secret.path }))
}
