import { isSentence } from '#document/bash/sentence.ts'
import { isListing, isTable } from './table.ts'

/** What stands in a bash block and is not bash. */
export type Shape =
  | 'prose'
  | 'output'
  | 'text'
  | 'omission'
  | 'yaml'
  | 'json'
  | 'sql'
  | 'promql'
  | 'code'
  | 'option'
  | 'assignment'

interface Line {
  line: string
  before: string
  after: string
}

/** Told by structure alone, the surest first. */
const SHAPES: readonly { shape: Shape; is: (around: Line) => boolean }[] = [
  { shape: 'omission', is: ({ line }) => /^(?:\.{3,}|…)$/.test(line) },
  { shape: 'json', is: ({ line, after }) => /^"[^"]*"\s*:/.test(line) || (/^[[{]/.test(line) && hasKey(line + after)) },
  { shape: 'sql', is: ({ line }) => SQL.test(line) || /^-- [A-Z]/.test(line) },
  { shape: 'promql', is: ({ line, after }) => isPromql(line, after) },
  { shape: 'output', is: ({ line }) => LOG.test(line) },
  { shape: 'code', is: ({ line }) => CODE.test(line) },
  { shape: 'option', is: ({ line }) => /^(?:--?[A-Za-z][\w-]*|--)(?:[= ](?!.*:\s)|$)/.test(line) },
  { shape: 'assignment', is: ({ line }) => /^[\w.-]+\s+:?=\s/.test(line) },
  { shape: 'yaml', is: isYaml },
  { shape: 'output', is: ({ line }) => isListing(line) },
  { shape: 'output', is: isTable },
  { shape: 'prose', is: ({ line }) => isSentence(line) },
]

/** What a line is, if it is not a command; the lines around it tell tables and YAML. */
export function shapeOf(around: Line): Shape | undefined {
  const trimmed = { line: around.line.trim(), before: around.before, after: around.after }
  return SHAPES.find(({ is }) => is(trimmed))?.shape
}

const hasKey = (text: string) => /^\s*[[{]+\s*(?:\{\s*)?"[^"]*"\s*:/.test(text)

const SQL = new RegExp(
  [
    /^(?:SELECT\s.+\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+\s+AS\s*\()/,
    /^(?:CREATE|ALTER|DROP)\s+(?:OR\s+REPLACE\s+)?(?:TABLE|DATABASE|USER|ROLE|INDEX|VIEW|EXTENSION|SCHEMA|TRIGGER)\b/,
    /^(?:GRANT|REVOKE)\s.+\s(?:ON|TO|FROM)\s/,
    /^(?:SELECT|SHOW|EXPLAIN|USE|BEGIN|COMMIT|ROLLBACK|FLUSH|SET|VACUUM|ANALYZE|TRUNCATE)\b.*;$/,
    /^(?:mysql|sqlite|MariaDB \[[^\]]*\]|SQL)> |^\w+[=-]?[#>] \w/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
)

const isPromql = (line: string, after: string) =>
  /^\(+[a-z]\w+ [-+*/] \w+\)|^[a-z_:]\w* [-+*/] (?:on|ignoring) ?\(/.test(line) ||
  ((/^[a-z_:]\w*\s*(?:\(|\{|(?:by|without)\s*\()/.test(line) || /^\(/.test(line)) &&
    /\[\d+[smhdwy][\]:]|\b(?:by|without|on|ignoring)\s*\(|\{\w+\s*(?:=~|!~|!=|=)\s*["'\w]|\b(?:sum|rate|irate|max|min|avg|count|topk)\s*\(/.test(
      `${line} ${after}`,
    ))

const LEVEL = /(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|PANIC)/.source
const LOG = new RegExp(
  [
    /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.source,
    /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s+\d\d:\d\d/.source,
    /^[IWEF]\d{4}\s+\d\d:\d\d/.source,
    /^(?:time|ts|level|msg|caller)=\S/.source,
    `^\\[?${LEVEL}\\]?:?\\s`,
    /^(?:error|warning|fatal|panic)(?:\[\w+\])?:\s/.source,
    /\S\.(?:go|py|java|js|ts|rb|c|cc|cpp|rs):\d+[\]:]/.source,
    /^[-dlbcps](?:[r-][w-][xsStT-]){3}[.+@]?\s/.source,
  ].join('|'),
)

const CODE =
  /^(?:\/\/|from\s+[\w.]+\s+import\s|def\s+\w+\(.*\):|>>>\s|(?:const|var)\s+\w+\s*=|[A-Za-z_][\w.]*\((?!\)\s*\{?\s*$)\S.*\)?;?$)/

/** A key with its value or with what is below it, and another of them beside it. */
function isYaml({ line, before, after }: Line): boolean {
  if (/^---\s*$/.test(line)) return isYamlLine(after)
  if (!isYamlLine(line)) return false
  if (/^(?:- )?[a-z][\w./-]*:$/.test(line)) return /^\s*(?:- |[\w./-]+:)|^\s+\S/.test(after) || isYamlLine(before)
  return /^(?:apiVersion|kind):\s/.test(line) || isYamlLine(after) || isYamlLine(before)
}

const isYamlLine = (line: string) => /^\s*(?:- )?[a-z][\w./-]*:(?: \S|\s*$)/.test(line) && !/^\s*\S+:\s{2,}/.test(line)
