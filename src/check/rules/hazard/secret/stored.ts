import { type Call, flagValue, isCommand, positionals } from '#check/page/call.ts'

interface Stored {
  secret: string
  feeder: Call
}

/** `printf … | gcloud secrets create NAME --data-file=-`. */
export function storedSecrets(calls: readonly Call[]): Stored[] {
  return calls.flatMap((call, index) => {
    const feeder = calls[index - 1]
    const reads = isCommand(call, 'gcloud', 'secrets create', 'secrets versions add')
    if (!reads || flagValue(call, '--data-file')?.text !== '-' || feeder?.block !== call.block) return []
    const secret = positionals(call)[0]?.text
    return secret && feeder.command.piped && /^(printf|echo)$/.test(feeder.name) ? [{ secret, feeder }] : []
  })
}
