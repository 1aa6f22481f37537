const VARIABLE = /\\\$|\$(?:\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\}|([A-Za-z_]\w*))/g

/** `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}` of a Dockerfile or a shell text, filled in. `\$` is a dollar. */
export function substitute(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(VARIABLE, (whole, braced?: string, operator?: string, word?: string, plain?: string) => {
    if (whole === '\\$') return '$'
    const name = braced ?? plain ?? ''
    return withOperator(env[name], { operator, word: substitute(word ?? '', env) })
  })
}

function withOperator(value: string | undefined, rule: { operator: string | undefined; word: string }): string {
  const given = value !== undefined && (value !== '' || !rule.operator?.startsWith(':'))
  if (rule.operator?.endsWith('-')) return given ? (value ?? '') : rule.word
  if (rule.operator?.endsWith('+')) return given ? rule.word : ''
  return value ?? ''
}
