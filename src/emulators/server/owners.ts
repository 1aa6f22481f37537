import type { Session } from './session.ts'

/** Who a file belongs to. */
export interface Owner {
  user: string
  group: string
}

const ROOT: Owner = { user: 'root', group: 'root' }

/** Whom the files of a machine belong to. What nobody was given is root's. Paths are absolute. */
export class Owners {
  readonly #byPath = new Map<string, Owner>()

  of(path: string): Owner {
    return this.#byPath.get(path) ?? ROOT
  }

  /** What somebody makes is his, and of the first of his groups. */
  made(path: string, { user, groups }: Session): void {
    this.#byPath.set(path, { user, group: groups[0] ?? user })
  }

  /** Gives a path to another user or group. Only root gives files away, or to a group he is not in (chown(2)). */
  give(path: string, to: Partial<Owner>, { user, groups }: Session): void {
    const { user: owner, group } = { ...this.of(path), ...to }
    const isOwn = this.of(path).user === user && owner === user && groups.includes(group)
    if (user !== 'root' && !isOwn) throw new Error(`EPERM: operation not permitted, chown '${path}'`)
    this.#byPath.set(path, { user: owner, group })
  }

  /** A path and what is below it have gone, to `target` where it was moved. */
  moved(source: string, target?: string): void {
    for (const [path, owner] of [...this.#byPath]) {
      if (path !== source && !path.startsWith(`${source}/`)) continue
      this.#byPath.delete(path)
      if (target !== undefined) this.#byPath.set(target + path.slice(source.length), owner)
    }
  }
}
