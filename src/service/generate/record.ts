import { hashOf } from '../model/read.ts'

/** The hashes of what was made, by path, as a deployment manifest records them; none where it is none. */
export function madeIn(text: string): Readonly<Record<string, string>> {
  const { made } = parsed(text)
  return typeof made === 'object' && made !== null ? (made as Record<string, string>) : {}
}

/** Whether a text is a deployment manifest as it was made. */
export function isRecord(text: string): boolean {
  const { hash, ...facts } = parsed(text)
  return hash === hashOf(JSON.stringify(facts))
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
