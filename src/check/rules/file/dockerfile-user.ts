import { pageRule } from '#check/rule.ts'
import { type FileBlock, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'

export const fileDockerfileUser = defineFinding({
  code: 'FILE_DOCKERFILE_USER',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'El Dockerfile crea el usuario «{name}» y el contenedor corre como root.',
    hint: 'Añade USER {name} antes de CMD.',
    why: 'Crear un usuario no basta: sin USER el contenedor corre como root.',
  },
  en: {
    message: 'The Dockerfile creates the user `{name}` and the container runs as root.',
    hint: 'Add USER {name} before CMD.',
    why: 'Making a user is not enough: without USER the container runs as root.',
  },
  wrong: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'RUN useradd app',
    'CMD ["python", "-m", "app"]',
    '```',
  ],
  right: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'RUN useradd app',
    'USER app',
    'CMD ["python", "-m", "app"]',
    '```',
  ],
})

/** A Dockerfile whose last stage makes a user and then runs as root. */
export const unusedUser = pageRule([fileDockerfileUser], ({ page }) =>
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
      return [fileDockerfileUser.at(placeIn(page, block, from + created.index), { name: created[1] })]
    }),
)
