import type { DockerHubSeed } from '#schema/seed.ts'
import { sha256 } from '../images/digest.ts'

/** Who Docker Hub knows, and what each may do. Repositories are named `acme/app`; nobody is undefined. */
export interface Hub {
  accepts(user: string, password: string): boolean
  /** Issues a token for a user, or for nobody. It means something only inside this world. */
  issueToken(user: string | undefined): string
  isToken(token: string): boolean
  userOf(token: string): string | undefined
  mayPush(user: string | undefined, repository: string): boolean
  mayPull(user: string | undefined, repository: string): boolean
  /** Whether a repository is this world's alone, so that what it lacks does not exist. */
  isOurs(repository: string): boolean
}

/** Docker Hub as its seed describes it. */
export function createHub({ accounts, privateRepositories }: DockerHubSeed): Hub {
  const tokens = new Map<string, string | undefined>()
  const namespaces = new Map(accounts.map(({ user, organizations }) => [user, [user, ...organizations]]))
  const mayPush: Hub['mayPush'] = (user, repository) =>
    user !== undefined && (namespaces.get(user) ?? []).includes(namespaceOf(repository))
  return {
    mayPush,
    accepts: (user, password) => accounts.some((one) => one.user === user && one.password === password),
    issueToken(user) {
      const token = `dckr_emulated_${sha256(`${user} ${tokens.size}`).slice(0, 27)}`
      tokens.set(token, user)
      return token
    },
    isToken: (token) => tokens.has(token),
    userOf: (token) => tokens.get(token),
    mayPull: (user, repository) => !privateRepositories.includes(repository) || mayPush(user, repository),
    isOurs: (repository) => [...namespaces.values()].flat().includes(namespaceOf(repository)),
  }
}

const namespaceOf = (repository: string): string => repository.split('/')[0] ?? ''
