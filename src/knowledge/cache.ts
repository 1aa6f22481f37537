import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { replaceFile } from './replace-file.ts'

/**
 * Results kept between runs of ours, each in a file of its own that says what it depends on. What
 * is cut short, damaged, of another shape or of other inputs is not there.
 */
export interface Cache {
  read<Value>(name: string, key: string, schema: z.ZodType<Value>): Value | undefined
  write(name: string, key: string, value: unknown): void
  drop(name: string): void
}

/** A cache in a directory, made when first written to. With `fresh`, nothing kept is used; what is found anew is kept. */
export function openCache(directory: string, { fresh = false } = {}): Cache {
  const fileOf = (name: string) => join(directory, `${name}.json`)
  return {
    read(name, key, schema) {
      if (fresh) return undefined
      const text = textOf(fileOf(name))
      const end = text?.indexOf('\n') ?? -1
      if (text === undefined || text.slice(0, end) !== sealOf(key, text.slice(end + 1))) return undefined
      const parsed = schema.safeParse(jsonOf(text.slice(end + 1)))
      return parsed.success ? parsed.data : undefined
    },
    write(name, key, value) {
      const body = JSON.stringify(value)
      replaceFile(fileOf(name), `${sealOf(key, body)}\n${body}`)
    },
    drop: (name) => rmSync(fileOf(name), { force: true }),
  }
}

/** The first line of an entry: it fits one key and one body only. */
const sealOf = (key: string, body: string) => createHash('sha256').update(`${key}\0${body}`).digest('hex')

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
