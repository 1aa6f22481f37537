import type { HttpRequest, HttpResponse, NetworkFailure } from '../network/network.ts'
import type { CircuitRule } from './circuits.ts'
import { type Answering, acceptedOperation, filled } from './openapi.ts'
import { conditionHolds } from './openapi-conditions.ts'
import { asJson, type Json } from './openapi-document.ts'
import type { Asked, Steps } from './openapi-request.ts'

type At = Answering & Asked & { steps: Steps }

/** Sends what an app sends. */
export type Fetch = (request: HttpRequest) => Promise<HttpResponse | NetworkFailure>

/**
 * Makes the calls an operation says its app makes before it answers, in their order: `x-calls: [{ id, request: 'GET https://…',
 * headers, body | bytes, circuit: { name, failures, reset } }]`, where `bytes` are Base64. One whose condition does not hold, or
 * whose circuit is open, is left out. Gives the answers.
 */
export async function makeCalls(
  document: unknown,
  request: HttpRequest,
  { fetch, ...answering }: Answering & { fetch: Fetch },
): Promise<Steps> {
  const accepted = acceptedOperation(document, request)
  const steps: Record<string, HttpResponse | NetworkFailure> = {}
  for (const call of list(accepted?.operation['x-calls'])) {
    const at = { ...answering, request, path: accepted?.path ?? '', steps }
    if (conditionHolds(call, at) === false) continue
    const answer = await throughCircuit(call, at, fetch)
    if (answer !== undefined) steps[String(call.id)] = answer
  }
  return steps
}

async function throughCircuit(call: Json, at: At, fetch: Fetch): Promise<HttpResponse | NetworkFailure | undefined> {
  if (call.circuit === undefined) return fetch(requestOf(call, at))
  const rule = circuitRule(asJson(filled(call.circuit, at)))
  if (at.circuits?.state(rule.name) === 'open') return undefined
  const answer = await fetch(requestOf(call, at))
  at.circuits?.report(rule, answer)
  return answer
}

const circuitRule = ({ name, failures, reset }: Json): CircuitRule => ({
  name: String(name),
  failures: Number(failures),
  resetSeconds: Number(reset),
})

function requestOf(call: Json, at: At): HttpRequest {
  const [method = 'GET', address = ''] = String(filled(call.request, at)).split(' ')
  const headers = filled(call.headers ?? {}, at) as Record<string, string>
  const sent = { method, url: new URL(address), headers, body: bodyOf(call.body, at) }
  return call.bytes === undefined
    ? sent
    : { ...sent, bytes: Uint8Array.from(atob(String(call.bytes)), (one) => one.charCodeAt(0)) }
}

const bodyOf = (body: unknown, at: At): string => (body === undefined ? '' : JSON.stringify(filled(body, at)))

/**
 * What the app writes to its log for a request: the first line of `x-log: [{ line }]` whose condition holds; of a list of
 * such lists, one line of each.
 */
export function logOf(document: unknown, request: HttpRequest, answering: Answering & { steps: Steps }): string[] {
  const accepted = acceptedOperation(document, request)
  const at = { ...answering, request, path: accepted?.path ?? '' }
  const said = list(accepted?.operation['x-log'])
  return (Array.isArray(said[0]) ? said : [said]).flatMap((lines) => {
    const found = list(lines).find((one) => conditionHolds(one, at) !== false)
    return found === undefined ? [] : [String(filled(found.line, at))]
  })
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : [])
