import { pageRule } from '#check/rule.ts'
import { placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import { readDockerignore } from '#formats/dockerignore/read.ts'

export const fileIgnoreMisses = defineFinding({
  code: 'FILE_IGNORE_MISSES',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: '{file} deja entrar «{found}» en el contexto de la imagen.',
    hint: 'Excluye todo con * y admite solo lo necesario, o añade {found}.',
    why: 'Lo que entra en el contexto puede acabar en una capa de la imagen, y de ahí no se borra.',
  },
  en: {
    message: '{file} lets `{found}` into the context of the image.',
    hint: 'Exclude everything with * and admit only what is needed, or add {found}.',
    why: 'What enters the context can end up in a layer of the image, and is never deleted from there.',
  },
  wrong: ['```text file=.dockerignore', '.git', '```', '', '```ini file=.env', 'LOG_LEVEL=debug', '```'],
  right: ['```text file=.dockerignore', '.git', '.env', '```', '', '```ini file=.env', 'LOG_LEVEL=debug', '```'],
})

/** Files with a container's variables that a `.dockerignore` of the page lets into images. */
export const ignoredSecrets = pageRule([fileIgnoreMisses], ({ page }) => {
  const files = page.blocks.filter((block) => block.kind === 'file')
  const secret = files.find(({ path }) => /^\.env(\.\w+)*$/.test(path) && !/\.(example|sample|template)$/.test(path))
  const ignores = files.filter(({ path }) => path === '.dockerignore')
  if (!secret) return []
  return ignores
    .filter(({ text }) => !readDockerignore(text).excludes(secret.path))
    .map((block) => fileIgnoreMisses.at(placeIn(page, block, 0), { file: block.path, found: secret.path }))
})
