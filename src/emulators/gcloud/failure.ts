/** gcloud stops with `ERROR: (gcloud.the.command) message` and a status. */
export class GcloudFailure extends Error {
  readonly exitCode: number
  /** Printed on stderr before the error. */
  readonly before: string
  /** What the API said, without its status: `Requested entity was not found.` */
  readonly reason: string
  constructor(message: string, options: { exitCode?: number; before?: string; reason?: string } = {}) {
    super(message)
    this.name = 'GcloudFailure'
    this.exitCode = options.exitCode ?? 1
    this.before = options.before ?? ''
    this.reason = options.reason ?? message
  }
}

/** gcloud's own wording for an error of an API. */
export const apiFailure = (status: string, reason: string): GcloudFailure =>
  new GcloudFailure(`${status}: ${reason}`, { reason })

/** gcloud's own wording for what is in the way of something new. */
export const conflict = (projectId: string, reason: string): GcloudFailure =>
  new GcloudFailure(`Resource in projects [${projectId}] is the subject of a conflict: ${reason}`, { reason })
