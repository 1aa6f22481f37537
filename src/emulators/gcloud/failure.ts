/** gcloud stops with `ERROR: (gcloud.the.command) message` and a status. */
export class GcloudFailure extends Error {
  readonly exitCode: number
  /** Printed on stderr before the error. */
  readonly before: string
  constructor(message: string, options: { exitCode?: number; before?: string } = {}) {
    super(message)
    this.name = 'GcloudFailure'
    this.exitCode = options.exitCode ?? 1
    this.before = options.before ?? ''
  }
}

/** gcloud's own wording for an error of an API. */
export const apiFailure = (status: string, message: string): GcloudFailure => new GcloudFailure(`${status}: ${message}`)
