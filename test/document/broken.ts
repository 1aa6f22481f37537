import type { Random } from './random.ts'

const PIECES = [
  '---\n',
  '---',
  'title: x\n',
  'runbook:\n',
  '  id: a\n',
  '  system: b\n',
  '  parameters:\n',
  '    X: { type: port,',
  '    X: {}\n',
  '```bash step=a\n',
  '```bash step=a',
  '```',
  '````\n',
  '~~~\n',
  '~~~ text expect=regex\n',
  '```json expect=json path=$.a\n',
  '{"a": [1,\n',
  '```bash step="a\n',
  '```bash {1,3',
  '```sh\n',
  '```yaml file=../x\n',
  'echo "$X"\n',
  'echo (\n',
  'cat <<EOF\n',
  '$(',
  '`',
  '${',
  "'",
  '"',
  '\\',
  '> ',
  '- ',
  '1. ',
  '  ',
  '    ',
  '\t',
  '\r\n',
  '\r',
  '\n',
  '\n\n',
  '\0',
  '\uFEFF',
  '\u2028',
  '\u202E',
  '# h\n',
  '## [x](#y)\n',
  '[a][b]\n',
  '[b]: /x\n',
  '<div>',
  '<!--',
  '-->',
  '| a | b |\n|---|---|\n',
  '*',
  '**',
  '_',
  '[',
  ']',
  '(',
  ')',
  '!',
  '&amp;',
  '&#0;',
  'ñ',
  '😀',
  '\uD800',
  '*&a',
  '&a',
  '<<: *a\n',
  '!!js/function x\n',
  'http://a.example.com',
  'a: &a [*a]\n',
  '? ',
  '|\n',
  '>-\n',
  '%YAML 9\n',
  '{{{',
  '[[[',
  '- [ ] ',
  '~~',
  '[^1]',
  '[^1]: x\n',
  'step=',
  'allow="',
  'file=Dockerfile',
  '<host>',
  '[HOST]',
  'if x; then\n',
  'fi\n',
  '((',
  '))',
  '[[ ',
  ' ]]',
  ' |',
  ' &&',
  ' &\n',
  'case x in\n',
  ';;\n',
] as const

/** A broken page: pieces of Markdown, YAML and bash in any order, or a valid page with some edits. */
export function brokenPage(random: Random, valid: string): string {
  return random.below(3) === 0 ? assembled(random) : mutated(random, valid)
}

const assembled = (random: Random) => Array.from({ length: 1 + random.below(40) }, () => random.pick(PIECES)).join('')

function mutated(random: Random, valid: string): string {
  let text = valid
  for (let edits = 1 + random.below(6); edits > 0; edits -= 1) text = edited(random, text)
  return text
}

function edited(random: Random, text: string): string {
  const at = random.below(text.length + 1)
  const to = at + random.below(random.pick([2, 10, 200]))
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + text.slice(to)
    case 1:
      return text.slice(0, to) + text.slice(at)
    case 2:
      return text.slice(0, at) + random.pick(PIECES).repeat(random.pick([1, 1, 1, 3, 60])) + text.slice(at)
    case 3:
      return text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\n\t', '\n> ', '\n  ']))
    case 4:
      return swapLines(random, text)
    case 5:
      return random.pick(['\uFEFF', '> ', '- ', '\t']) + text
    default:
      return text.slice(0, at) + String.fromCharCode(random.below(0x300)) + text.slice(at)
  }
}

function swapLines(random: Random, text: string): string {
  const lines = text.split('\n')
  const [a, b] = [random.below(lines.length), random.below(lines.length)]
  return lines
    .with(a, lines[b] as string)
    .with(b, lines[a] as string)
    .join('\n')
}
