import type { HttpResponse } from '../../network/network.ts'

/** An answer in JSON. */
export const json = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: `${JSON.stringify(value, null, 2)}\n`,
})

/** An error as Google's APIs answer it (cloud.google.com/apis/design/errors). */
export const apiError = (code: number, status: string, message: string): HttpResponse =>
  json(code, { error: { code, message, status } })

/** An error as Cloud Storage's JSON API answers it (cloud.google.com/storage/docs/json_api/v1/status-codes). */
export const storageError = (code: number, reason: string, message: string): HttpResponse =>
  json(code, { error: { code, message, errors: [{ message, domain: 'global', reason }] } })

/** An answer of text. */
export const text = (status: number, body: string, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=UTF-8', ...headers },
  body,
})
