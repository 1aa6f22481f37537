import { isGlob, patternRegex } from './pattern.ts'

/** What a `.dockerignore` keeps out of a build's context. */
export interface Dockerignore {
  /** Whether it keeps a path out, given relative to the context's root: `app/main.py`. */
  excludes(path: string): boolean
  /** The first line Docker refuses, as it stands; the build then stops. Such a line matches nothing here. */
  malformed: string | undefined
}

/** Where Docker looks for the file, in its order: relative to the context, after the Dockerfile's own path. */
export const ignoreFilesOf = (dockerfile: string): readonly string[] => [`${dockerfile}.dockerignore`, '.dockerignore']

/**
 * Reads a `.dockerignore` as BuildKit does (moby/patternmatcher, ignorefile.ReadAll and MatchesUsingParentResults):
 * patterns are relative to the context's root, the last one that matches a path or a folder above it wins, `!` takes back.
 */
export function readDockerignore(text: string): Dockerignore {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap(readLine)
  const excludes = (path: string) => resultOf(patterns, path.split('/')).excluded
  return { excludes, malformed: patterns.find(({ matches }) => !matches)?.line }
}

/** A line as a pattern; `matches` is undefined for one Docker refuses. */
interface Pattern {
  line: string
  isException: boolean
  matches: RegExp | undefined
}

function readLine(line: string): Pattern[] {
  const text = line.trim()
  if (line.startsWith('#') || text === '') return []
  const isException = text.startsWith('!')
  const glob = cleanPath(isException ? text.slice(1).trim() : text)
  return [{ line: text, isException, matches: glob !== '' && isGlob(glob) ? patternRegex(glob) : undefined }]
}

/** Go's `filepath.Clean`, then relative to the root. */
function cleanPath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '' && part !== '.' && (part !== '..' || !path.startsWith('/'))) parts.push(part)
  }
  return path === '' || parts.length > 0 ? parts.join('/') : '.'
}

interface Result {
  excluded: boolean
  /** The patterns met so far on the way down. One that could change nothing for a folder is not asked about it. */
  met: readonly boolean[]
}

function resultOf(patterns: readonly Pattern[], parts: readonly string[]): Result {
  const above = parts.length > 1 ? resultOf(patterns, parts.slice(0, -1)).met : []
  const path = parts.join('/')
  let excluded = false
  const met = patterns.map(({ isException, matches }, index) => {
    const isMet = above[index] || (isException === excluded && (matches?.test(path) ?? false))
    if (isMet) excluded = !isException
    return isMet
  })
  return { excluded, met }
}
