import { substitute } from './build/substitute.ts'
import { sha256 } from './digest.ts'

type Env = Readonly<Record<string, string>>

/**
 * A text of an OpenAPI example with the app's environment in it: `${NAME}` and its kin. A text that is `${#NAME}`
 * alone is the number of characters, `${NAME@json}` what the value says as JSON, `${NAME@fingerprint}` the first 12
 * hexadecimal digits of its SHA-256, `${NAME@set:yes:no}` one of two texts, and `${NAME@optional}` undefined where the
 * variable is empty. Before the `@` there may be a default, `${NAME:-3600@json}`.
 */
export function exampleValue(text: string, env: Env): unknown {
  const length = /^\$\{#(\w+)\}$/.exec(text)?.[1]
  if (length !== undefined) return [...(env[length] ?? '')].length
  const [, name = '', fallback = '', how, yes = '', no = ''] =
    /^\$\{(\w+)(?::-([^@}]*))?@(json|fingerprint|optional|set:([^:}]*):([^}]*))\}$/.exec(text) ?? []
  const value = env[name] || fallback
  // A `$` outside braces is not a variable: `{$request.…}` is the request.
  if (how === undefined) return text.replaceAll(/\$\{[^{}]*\}/g, (one) => substitute(one, env))
  if (how === 'fingerprint') return sha256(value).slice(0, 12)
  if (how === 'optional') return value || undefined
  return how === 'json' ? parsed(value) : value === '' ? no : yes
}

/** An app that takes a list reads one that is not JSON as words between commas. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
  }
}
