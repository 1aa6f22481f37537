import { ask, type Call } from '#check/page/call.ts'

interface Stored {
  secret: string
  feeder: Call
}

/** `printf … | gcloud secrets create NAME --data-file=-`. */
export function storedSecrets(calls: readonly Call[]): Stored[] {
  return calls.flatMap((call, index) => {
    const stored = ask(call, 'stores')
    const feeder = calls[index - 1]
    if (!stored?.fromInput || feeder?.block !== call.block) return []
    const secret = stored.secret?.text
    return secret && feeder.command.piped && /^(printf|echo)$/.test(feeder.name) ? [{ secret, feeder }] : []
  })
}
