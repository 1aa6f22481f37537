import { GcloudFailure } from '../failure.ts'

/** A place in Cloud Storage: a bucket, or what is under a name or pattern in it. */
export interface StorageUrl {
  bucket: string
  /** Name, prefix or pattern of objects; empty for the bucket itself. */
  object: string
}

/** Reads `gs://bucket/name`. Undefined for a path of the machine. */
export const parseStorageUrl = (text: string): StorageUrl | undefined => {
  const [, bucket = '', object = ''] = /^gs:\/\/([^/]*)\/?(.*)$/s.exec(text) ?? []
  return text.startsWith('gs://') ? { bucket, object } : undefined
}

/** A place that must be in Cloud Storage. */
export const needStorageUrl = (text: string, command: string): StorageUrl => {
  const url = parseStorageUrl(text)
  if (url) return url
  throw new GcloudFailure(`${command} only works for valid cloud URLs. file://${text} is an invalid cloud URL.`)
}

/** A place that must be a bucket, by gcloud's words for what is none. */
export const needBucketUrl = (text: string, id: string): string => {
  const url = parseStorageUrl(text)
  if (url && url.bucket !== '' && url.object === '') return url.bucket
  const received = url ? text : `file://${text}`
  throw new GcloudFailure(
    `"${id.replaceAll('.', ' ')}" only accepts bucket URLs.\nExample: "gs://bucket"\nReceived: "${received}"`,
  )
}

/** Whether a name is a pattern. */
export const isPattern = (name: string): boolean => /[*?[]/.test(name)

/** Names a pattern takes: `*` and `?` stay within a directory, `**` does not (docs: URI wildcards). */
export const patternOf = (name: string): RegExp => {
  const source = name.replaceAll(/\*\*\/?|\*|\?|[.+^${}()|\\]/g, (found) => {
    if (found.startsWith('**')) return '.*'
    if (found === '*') return '[^/]*'
    return found === '?' ? '[^/]' : `\\${found}`
  })
  return new RegExp(`^${source}$`, 's')
}
