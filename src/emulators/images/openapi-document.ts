/** A part of an OpenAPI document. */
export type Json = Readonly<Record<string, unknown>>

/** An object of the document, following one `$ref`. */
export function resolve(root: Json, value: unknown): Json {
  const object = asJson(value)
  if (typeof object.$ref !== 'string') return object
  return asJson(
    object.$ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((node, key) => asJson(node)[key], root),
  )
}

/** The value as an object; an empty one for anything else. */
export const asJson = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
