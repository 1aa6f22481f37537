/** Where Compose looks without `--file`, in its order (docs.docker.com/compose/how-tos/multiple-compose-files). */
export const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'] as const

/** What it lays over that. */
export const OVERRIDE_FILES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
] as const

/** The files Compose reads in a folder without `--file`, in the order they are laid over each other; none where it finds none. */
export function composeFilesAmong(has: (name: string) => boolean): string[] {
  const [base, over] = [COMPOSE_FILES.find(has), OVERRIDE_FILES.find(has)]
  return base === undefined ? [] : [base, ...(over === undefined ? [] : [over])]
}

/** The name a project has from its folder (compose-go, NormalizeProjectName). */
export const projectNameOf = (folder: string): string =>
  folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '')
