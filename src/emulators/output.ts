/** What a command printed, and its status. */
export interface Output {
  stdout: string
  stderr: string
  exitCode: number
}
