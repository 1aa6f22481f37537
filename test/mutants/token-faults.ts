import type { BlockFault, FaultKind } from './fault.ts'
import { misspell } from './misspell.ts'

const TOKENS = /\$\{?[A-Z][A-Z0-9_]*\}?|[a-z]+-[a-z]+\d(?![\w-])|[A-Za-z0-9][\w.-]*/g

/** Variables that stand for another of the same kind, as a hurried hand picks them. */
const OTHER: Readonly<Record<string, string>> = {
  IMAGE_TAG: 'NEXT_IMAGE_TAG',
  NEXT_IMAGE_TAG: 'IMAGE_TAG',
  VERSION: 'PREVIOUS_VERSION',
  PREVIOUS_VERSION: 'VERSION',
  GCP_PROJECT_ID: 'REGION',
  DB_NAME: 'DB_USER',
  DB_USER: 'DB_NAME',
  DB_PASSWORD: 'OPENAI_API_KEY',
  OPENAI_API_KEY: 'DB_PASSWORD',
  SERVICE_URL: 'CANDIDATE_URL',
  CANDIDATE_URL: 'SERVICE_URL',
  DEPLOY_HOST: 'DEPLOY_USER',
  DEPLOY_USER: 'DEPLOY_HOST',
}

/** A fault for each thing a text names: variables, regions, ports, tags, paths and other names. */
export function tokenFaults(text: string, { index, at }: { index: number; at: number }): BlockFault[] {
  return [...text.matchAll(TOKENS)].flatMap((match) => {
    const found = faultOf(match[0], text.slice(0, match.index), text.slice(match.index + match[0].length))
    if (!found) return []
    const start = at + match.index
    return [{ kind: found.kind, index, start, end: start + match[0].length, text: found.text }]
  })
}

function faultOf(token: string, before: string, after: string): { kind: FaultKind; text: string } | undefined {
  if (token.startsWith('$')) return variable(token)
  if (/^[a-z]+-[a-z]+\d$/.test(token)) return { kind: 'region-changed', text: 'us-central1' }
  if (/^\d+$/.test(token)) return number(token, before)
  if (/^\d+(\.\d+)+$/.test(token) && before.endsWith(':')) return { kind: 'tag-changed', text: nextVersion(token) }
  if (!/[A-Za-z]{3}/.test(token)) return undefined
  const path = before.endsWith('/') || after.startsWith('/') || /\.[a-z]{1,6}$/.test(token)
  return { kind: path ? 'path-changed' : 'name-changed', text: misspell(token) }
}

function variable(token: string): { kind: FaultKind; text: string } | undefined {
  const name = token.replaceAll(/[${}]/g, '')
  if (name === 'REGION') return { kind: 'region-changed', text: 'us-central1' }
  const other = OTHER[name]
  if (!other) return undefined
  const kind = /TAG|VERSION/.test(name) ? 'tag-changed' : 'variable-changed'
  return { kind, text: token.replace(name, () => other) }
}

function number(token: string, before: string): { kind: FaultKind; text: string } | undefined {
  const value = Number(token)
  if (/[:=]$|port$/.test(before) && value >= 1024 && value <= 65_535)
    return { kind: 'port-changed', text: String(value + 1) }
  if (before.endsWith(':')) return { kind: 'tag-changed', text: misspell(token) }
  return undefined
}

const nextVersion = (version: string) => version.replace(/\d+$/, (last) => String(Number(last) + 1))
