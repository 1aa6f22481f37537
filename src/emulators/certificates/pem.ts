/** Bytes between the lines of a PEM text (RFC 7468). */
export function toPem(label: string, bytes: Uint8Array): string {
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** The bytes of each block of a label in a text, in order. */
export function fromPem(label: string, text: string): Uint8Array<ArrayBuffer>[] {
  const blocks = text.matchAll(new RegExp(`-----BEGIN ${label}-----([\\s\\S]*?)-----END ${label}-----`, 'g'))
  return [...blocks].flatMap(([, body = '']) => {
    try {
      return [Uint8Array.from(atob(body.replace(/\s/g, '')), (char) => char.charCodeAt(0))]
    } catch {
      return []
    }
  })
}
