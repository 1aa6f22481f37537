import { ExpressiveCode } from '@astrojs/starlight/expressive-code'
import { toHtml } from '@astrojs/starlight/expressive-code/hast'
import { describe, expect, it } from 'vitest'
import { evidenceBadge } from '#site/code/header.ts'
import { pluginRunbookBlocks } from '#site/code/plugin.ts'
import { transcript, transcriptPath } from '#site/code/transcript.ts'
import { variableUses } from '#site/code/variables.ts'

const engine = new ExpressiveCode({
  plugins: [pluginRunbookBlocks()],
  frames: { removeCommentsWhenCopyingTerminalFrames: false, extractFileNameFromCode: false },
})

async function html(meta: string, { code = 'echo "$NAME"', language = 'bash', locale = 'es' } = {}) {
  const { renderedGroupAst } = await engine.render({ code, language, meta, locale })
  return toHtml(renderedGroupAst)
}

const caption = (page: string) => /<figcaption[^>]*>(.*?)<\/figcaption>/.exec(page)?.[1]?.replace(/<[^>]+>/g, '|')

describe('a block on the page', () => {
  it('of a step has an anchor and says what it does', async () => {
    const page = await html('step=deploy effect=delete timeout=10m exit=3 confirm')
    expect(page).toContain('id="step-deploy"')
    expect(page).toContain('href="#step-deploy"')
    expect(caption(page)).toMatchInlineSnapshot(
      `"||Paso| |deploy|||borra||máx. 10 min||sale con 3||pide confirmación|"`,
    )
  })

  it('speaks English on English pages', async () => {
    expect(caption(await html('step=deploy undoes=create background', { locale: 'en' }))).toMatchInlineSnapshot(
      `"||Step| |deploy|||changes||undoes |create|||in background|"`,
    )
  })

  it('shows why a person must do it, or why it does not run', async () => {
    expect(await html('step=login manual="opens a browser"')).toContain(
      'Solo puede hacerlo una persona: opens a browser',
    )
    expect(await html('checked="never ends by itself"')).toContain('Se comprueba, no se ejecuta: never ends by itself')
  })

  it('names expected results and files', async () => {
    const expected = await html('expect=json path=$.a', { code: '{}', language: 'json' })
    expect(caption(expected)).toBe('|Resultado esperado: el JSON contiene estos datos ($.a)|')
    expect(caption(await html('file=etc/app.conf', { language: 'text' }))).toBe('|etc/app.conf|')
  })

  it('is left alone when its fence says nothing', async () => {
    expect(await html('', { language: 'text' })).not.toMatch(/is-step|is-expect|is-file|block-note/)
  })

  it('escapes what a hostile fence says', async () => {
    const page = await html('step=x manual="<img src=x onerror=alert(1)>"')
    expect(page).not.toContain('<img')
  })

  it('is copied as written, comments included', async () => {
    const code = '# why\necho "a  b" # end\n\n\techo tab'
    const copied = /data-code="([^"]*)"/.exec(await html('step=x', { code }))?.[1]
    expect(copied?.replaceAll('\x7F', '\n').replaceAll('&quot;', '"').replaceAll('&#x22;', '"')).toBe(code)
  })

  it('is lighter than its highlighting, and reads the same', async () => {
    const code = 'gcloud run services list --region x | jq .'
    const page = await html('step=x', { code })
    const line = /<div class="code">(.*?)<\/div>/.exec(page)?.[1] ?? ''
    expect(line.replace(/<[^>]+>/g, '')).toBe(code)
    expect(line).not.toMatch(/<span[^>]*> <\/span>/)
  })

  it('marks the variables a value can stand in', async () => {
    expect(await html('step=x', { code: `echo "$NAME" '$QUIET'` })).toMatch(/data-v="NAME"/)
    expect(await html('step=x', { code: `echo "$NAME" '$QUIET'` })).not.toContain('QUIET"')
    expect(await html('checked="by hand"')).toMatch(/data-v="NAME"/)
  })

  it('says how bash reads a variable there', async () => {
    expect(await html('step=x', { code: 'echo $NAME' })).toContain('data-v="NAME" data-word=""')
    expect(await html('step=x', { code: 'cat <<END\n$NAME\nEND' })).toContain('data-v="NAME" data-here="END"')
  })

  it('keeps an option in one piece, and reads the same', async () => {
    const page = await html('step=x', { code: 'gcloud run deploy --no-allow-unauthenticated --region="$NAME" -q' })
    expect(page.match(/<span class="option">[^<]*/g)).toEqual([
      '<span class="option">--no-allow-unauthenticated',
      '<span class="option">--region=',
    ])
    expect(await html('step=x', { code: `x --${'long-'.repeat(6)}name` })).not.toContain('class="option"')
  })
})

describe('a use of a variable', () => {
  const word = { kind: 'word' }
  const double = { kind: 'double' }

  it.each([
    ['echo $A', [{ name: 'A', quoting: word, line: 0, start: 5, end: 7 }]],
    ['x\necho "${A}"', [{ name: 'A', quoting: double, line: 1, start: 6, end: 10 }]],
    ['cat <<END\nx $A\nEND', [{ name: 'A', quoting: { kind: 'here', delimiter: 'END' }, line: 1, start: 2, end: 4 }]],
    ["echo '$A' \\$A", []],
    ["cat <<'END'\n$A\nEND", []],
    ['echo "${A:-x}"', []],
    ['echo "$lower"', []],
    ['A=1; echo "$A"', []],
    ['for A in 1 2; do echo "$A"; done', []],
  ])('in %j', (code, uses) => {
    expect(variableUses(code)).toEqual(uses)
  })
})

describe('what a step printed', () => {
  const badge = {
    kind: 'executed',
    date: '2026-11-21T06:57:00Z',
    shell: 'docker',
    stale: false,
    output: 'long',
  } as const

  it('is a link on the page, not its text', () => {
    const details = toHtml(transcript({ href: transcriptPath('deploy', 'build'), badge, locale: 'en' }))
    expect(details).toMatchInlineSnapshot(
      `"<details class="transcript" data-pagefind-ignore=""><summary>Real output, 21 Nov 2026, 06:57 UTC (executed)</summary><a href="/evidence/deploy/build.txt">Open the output</a></details>"`,
    )
  })

  it('says when it belongs to an earlier version', () => {
    const details = toHtml(transcript({ href: '/x', badge: { ...badge, stale: true }, locale: 'es' }))
    expect(details).toContain('class="transcript is-stale"')
    expect(details).toContain('(ejecutado, versión anterior)')
  })
})

describe('the evidence of a step', () => {
  const badge = { kind: 'emulated', date: '2026-11-21T06:57:00Z', shell: 'embedded', stale: false } as const

  it('says when and where in its tooltip', () => {
    expect(toHtml(evidenceBadge(badge, 'en'))).toMatchInlineSnapshot(
      `"<span class="evidence" data-evidence="emulated" title="It ran against emulators. 21 Nov 2026, 06:57 UTC, embedded fixture.">emulated</span>"`,
    )
  })

  it('says in words that it belongs to an earlier version', () => {
    expect(toHtml(evidenceBadge({ ...badge, stale: true, reason: 'x y' }, 'es'))).toContain(
      '>emulado, versión anterior<',
    )
  })
})
