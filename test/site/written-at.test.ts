import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type VariablePlace, variablePlaces } from '#document/bash/places.ts'
import { writtenAt } from '#site/bash-quote.ts'

const VALUES = [
  'acme-prod-42',
  'my project',
  ' padded ',
  "it's",
  '"quoted"',
  '$HOME ${HOME} $(id) `id`',
  'back\\slash\\',
  '\\n',
  '!!',
  'wow!x!',
  'España ñ 🚀',
  '* ? [a] {a,b} ~ ~root',
  '# no comment',
  'a=b',
  '-n',
  '; exit 3 & | > /dev/full < x ( )',
  "'",
  '"',
  '\\',
  '}',
  '%s%d',
]

/** Blocks that print what their variable is, wherever bash reads one. */
const BLOCKS = [
  'printf "[%s]" "$V"',
  'printf "[%s]" "a ${V}b" "$V$V"',
  'printf "[%s]" $V',
  'printf "[%s]" --name=$V/x "-$V"-$V',
  'X=$V; printf "[%s]" "$X"',
  'X=(a $V "$V"); printf "[%s]" "${X[@]}"',
  'export X="$V" Y=$V; printf "[%s]" "$X" "$Y"',
  'cat <<<$V',
  'cat <<< "<$V>"',
  'cat <<END\nA=$V "$V" \'$V\' \\$V\nEND',
  'cat <<-END\n\tA=$V\n\tEND',
  'cat <<END\n$(printf "[%s]" "$V")\nEND',
  'printf "[%s]" "$(printf "<%s>" "$V")"',
  'printf "[%s]" "$(cat <<END\n$V.\nEND\n)"',
  `printf "[%s]" 'single $V' "'$V'"`,
  'printf "[%s]" \'"\'"$V"\'"\'',
  'case $V in "$V") printf yes ;; *) printf no ;; esac',
  'f() { printf "[%s]" "$1"; }; f "$V"',
  'if [ "$V" = "x$V" ]; then echo same; else echo other; fi',
  'for x in "$V" b; do printf "[%s]" "$x"; done',
  'cat < <(printf %s "$V")',
  'printf "[%s]" $"to $V"',
  '[[ "$V" == "$V" ]] && printf yes',
]

/** Where a value would mean something else, a block keeps its variable. */
const KEPT = [
  "cat <<'END'\n$V\nEND",
  `printf '%s' '$V' \\$V`,
  'for x in $V; do printf "[%s]" "$x"; done',
  '[[ axb == $V ]] && printf match',
  'case axb in $V) printf match ;; esac',
  'printf "[%s]" "${V:-$V}" "${V/$V/y}" ${V#$V}',
  'printf "[%s]" `printf %s "$V"`',
  'printf "[%s]" {1..$V} {$V,b}',
  'printf "[%s]" $((${#V} + 1))',
  'printf "[%s]" ~$V',
  'printf x $V>/dev/null',
  '$V --version',
  'declare -A m; m[$V]=1',
]

describe('a value where a variable stood', () => {
  it.each(BLOCKS)('is exactly what bash reads, in %j', (block) => {
    for (const value of VALUES) {
      const filled = fill(block, value)
      expect(filled, value).not.toBe(block)
      expect(bash(filled), value).toEqual(bash(oneWord(block), value))
    }
  })

  it.each(BLOCKS)('is the same typed at a prompt, where "!" recalls history, in %j', (block) => {
    for (const value of ['!!', 'wow!x!', "it's! $x"])
      expect(prompt(fill(block, value)), value).toEqual(bash(oneWord(block), value).stdout)
  })

  it.each(KEPT)('is not written at all in %j', (block) => {
    expect(fill(block, 'x')).toBe(block)
  })

  it('is bare only where it needs no quotes', () => {
    expect(writtenAt({ kind: 'word' }, 'registry.example.com:5000/a_b-c@1.2%3+4')).not.toContain("'")
    expect(writtenAt({ kind: 'word' }, 'my project')).toBe("'my project'")
  })

  it.each(['END', 'E', 'EN', 'a\nb', '\tx'])('does not end the here-document it stands in: %j', (value) => {
    const block = 'cat <<-END\n$V\nEND'
    expect(fill(block, value)).toBe(block)
  })

  it('has no place in text that is no bash or is nested too deeply', () => {
    expect(variablePlaces('"$('.repeat(20_000))).toEqual([])
  })
})

/** A block with other text at its places, from the last to the first. */
function replaced(block: string, textAt: (place: VariablePlace, was: string) => string): string {
  const places = variablePlaces(block).filter(({ name }) => name === 'V')
  return places
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, place) => {
      const was = text.slice(place.start, place.end)
      return text.slice(0, place.start) + textAt(place, was) + text.slice(place.end)
    }, block)
}

const fill = (block: string, value: string): string =>
  replaced(block, ({ quoting }, was) => writtenAt(quoting, value) ?? was)

/** What the block means with one word for a value: the variable in double quotes, where it stands without them. */
const oneWord = (block: string): string =>
  replaced(block, ({ quoting }, was) => (quoting.kind === 'word' ? `"${was}"` : was))

const SHELL = { LC_ALL: 'C.UTF-8', PATH: process.env.PATH ?? '' }

function bash(script: string, value?: string) {
  const env = value === undefined ? SHELL : { ...SHELL, V: value }
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}

/** What an interactive shell prints for a block pasted into it. */
function prompt(block: string): string {
  const env = { ...SHELL, HISTFILE: '/dev/null' }
  return spawnSync('bash', ['--norc', '--noediting', '-i'], { env, input: `${block}\n`, encoding: 'utf8' }).stdout
}
