/** What no two runs share, in order: moments and durations, digests and ids, ports of callers, sizes. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/sha256:[0-9a-f]{12,64}\b/g, 'sha256:DIGEST'],
  [/\b[0-9a-f]{64}\b/g, 'ID'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'UUID'],
  [/\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{12}\b/g, 'SHORT-ID'],
  [/\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7}\b/g, 'COMMIT'],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?( ?UTC|Z|[+-]\d\d:?\d\d)?/g, 'MOMENT'],
  [/source\/\d+(\.\d+)?/g, 'source/MOMENT'],
  [/\b(Less than a second|About an? (minute|hour)|\d+ (second|minute|hour)s?)( ago)?/g, 'AGE'],
  [/\b(\d+\.\d\.\d\.\d|172\.\d+\.\d+\.\d+):\d{4,5} - /g, 'CALLER - '],
  [/\b\d+(\.\d+)?(B|kB|MB|GB)\b( \(\d+%\))?/g, 'SIZE'],
  [/(digest: \S+ size:) \d+/g, '$1 SIZE'],
  [/\b\d+(\.\d+)? ?ms\b/g, 'DURATION'],
  // Columns are as wide as what they hold.
  [/ {2,}/g, '  '],
  [/ +$/gm, ''],
]

/** An output with what varies from run to run named instead of shown. */
export function redactOutput(text: string): string {
  return VARYING.reduce((redacted, [pattern, name]) => redacted.replaceAll(pattern, name), text)
}
