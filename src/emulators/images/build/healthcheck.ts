import { execForm } from '#formats/dockerfile/exec-form.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { Healthcheck } from '../model.ts'

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** A HEALTHCHECK instruction; undefined for NONE. Defaults are the engine's. */
export function parseHealthcheck(instruction: DockerInstruction): Healthcheck | undefined {
  if (/^NONE$/i.test(instruction.joined)) return undefined
  const flags = new Map(instruction.flags.map(({ name, value }) => [name, value]))
  const text = instruction.joined.replace(/^CMD\s+/i, '')
  const exec = execForm(text)
  return {
    test: exec ? ['CMD', ...exec] : ['CMD-SHELL', text],
    intervalMs: parseGoDuration(flags.get('interval') ?? '') ?? 30_000,
    timeoutMs: parseGoDuration(flags.get('timeout') ?? '') ?? 30_000,
    startPeriodMs: parseGoDuration(flags.get('start-period') ?? '') ?? 0,
    retries: Number(flags.get('retries') ?? 3),
  }
}

/** Milliseconds of a Go duration, `1m30s`; undefined when it is not one. */
export function parseGoDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/.test(text)) return undefined
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)]
  return parts.reduce((total, [, amount, unit]) => total + Number(amount) * (UNITS[unit ?? ''] ?? 0), 0)
}
