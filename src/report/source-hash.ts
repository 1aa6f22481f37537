import { createHash } from 'node:crypto'

/**
 * The hash that ties a generated script and its evidence to the pages they come
 * from: SHA-256 (hex) of both sources. A byte order mark and the kind of line
 * endings do not count, so that a checkout with CRLF has the same hash.
 */
export function sourceHash(sources: { es: string; en?: string | undefined }): string {
  const texts = [plain(sources.es), sources.en === undefined ? null : plain(sources.en)]
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}

const plain = (source: string) => source.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
