import type { HttpRequest, HttpResponse } from '../network/network.ts'

/** The transfer of one URL: its last answer, what failed, and what was said on the way. */
export interface Transfer {
  request: HttpRequest
  response: HttpResponse | undefined
  exitCode: number
  notes: string
  /** What is wrong with the server's certificate. */
  problem?: string
}
