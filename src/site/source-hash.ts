import { createHash } from 'node:crypto'

/** SHA-256, in hex, of a runbook's sources, whatever their line endings and BOM: evidence of another hash is stale. */
export function sourceHash({ es, en }: { es: string; en?: string | undefined }): string {
  const sources = [plain(es), en === undefined ? null : plain(en)]
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex')
}

const plain = (source: string) => source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
