import type { Files } from '../../model.ts'

/** The context of `docker build -`: a Dockerfile from standard input and no other file. */
export function textContext(dockerfile: string): Files {
  const refuse = (path: string) => new Error(`the context of a build from standard input has no ${path}`)
  const isIt = (path: string) => path === '/Dockerfile'
  return {
    read: async (path) => {
      if (!isIt(path)) throw refuse(path)
      return dockerfile
    },
    readBytes: async (path) => {
      if (!isIt(path)) throw refuse(path)
      return new TextEncoder().encode(dockerfile)
    },
    write: async (path) => Promise.reject(refuse(path)),
    mode: async () => 0o644,
    setMode: async (path) => Promise.reject(refuse(path)),
    exists: async (path) => isIt(path),
    isDirectory: async (path) => path === '/',
    list: async () => ['/Dockerfile'],
    remove: async (path) => Promise.reject(refuse(path)),
  }
}
