/** Whether the last pattern that matches a top-level path excludes it (docs.docker.com/build/concepts/context/#dockerignore-files). */
export function isIgnored(text: string, path: string): boolean {
  const lines = text.split('\n').map((line) => line.trim())
  const last = lines.filter((line) => line !== '' && !line.startsWith('#') && patternOf(line).test(path)).at(-1)
  return last !== undefined && !last.startsWith('!')
}

function patternOf(line: string): RegExp {
  const pattern = line
    .replace(/^!/, '')
    .replace(/^\//, '')
    .replace(/\/$/, '')
    .replace(/^(\*\*\/)+/, '')
  const plain = pattern.replaceAll(/[.+^${}()|\\]/g, '\\$&')
  return new RegExp(`^${plain.replaceAll(/\*+/g, '[^/]*').replaceAll('?', '[^/]')}$`)
}
