import { spawn } from 'node:child_process'
import { EXIT, StopError } from '#finding/error.ts'
import { enter, type Found, listContainers } from '#fixture/docker/container.ts'
import { currentImage } from '#fixture/docker/image.ts'
import type { Localized } from '#schema/locale.ts'
import { clean } from './fixture-clean.ts'
import { requireEngine } from './no-engine.ts'
import { parseOptions, usageError } from './options.ts'
import { readyFixture } from './ready-fixture.ts'
import type { Terminal } from './run-cli.ts'

/** `pnpm fixture build|shell|clean|status`: the Docker fixture itself, apart from any run. */
export async function fixture(terminal: Terminal): Promise<number> {
  const { values, positionals } = parseOptions(terminal.args, OPTIONS)
  const [name, ...rest] = positionals
  if (values.help) {
    terminal.out.write(`${USAGE[terminal.locale]}\n`)
    return EXIT.passed
  }
  const command = name === undefined ? undefined : COMMANDS[name]
  if (!command) throw usageError({ es: USAGE.es, en: USAGE.en })
  const report = values.report ?? 'text'
  if (report !== 'text' && report !== 'json') throw usageError({ es: USAGE.es, en: USAGE.en })
  await requireEngine()
  return command(terminal, rest, report)
}

const OPTIONS = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' }, report: { type: 'string' } } as const

type Command = (terminal: Terminal, rest: readonly string[], report: Report) => Promise<number>

type Report = 'text' | 'json'

const COMMANDS: Readonly<Record<string, Command>> = { build, shell, clean, status }

async function build({ out, err, signal }: Terminal): Promise<number> {
  const started = performance.now()
  const name = await readyFixture({ signal, tell: (line) => err.write(`${err.paint('dim', line)}\n`) })
  out.write(`${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`)
  return EXIT.passed
}

/** Enters a fixture that is up: the one named, or the only one. */
async function shell({ interactive }: Terminal, [asked]: readonly string[]): Promise<number> {
  const up = (await listContainers()).filter(({ state }) => state === 'running').map(({ name }) => name)
  const name = asked ?? (up.length === 1 ? up[0] : undefined)
  if (name === undefined || !up.includes(name)) throw noneUp(up)
  // The engine's terminal is the host's: in the world it has no name. What is entered gets one of its own.
  const [terminal, bash] = interactive
    ? [['--tty'], ['script', '--quiet', '--return', '--command', 'bash --login', '/dev/null']]
    : [[], ['bash', '--login']]
  const entered = enter(name, { user: 'operator', directory: '/home/operator' })
  const child = spawn('docker', ['exec', ...terminal, ...entered, ...bash], { stdio: 'inherit' })
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? EXIT.failed)))
}

async function status({ out, locale }: Terminal, _: readonly string[], report: Report): Promise<number> {
  const { name, built } = await currentImage()
  const found = await listContainers()
  if (report === 'json') {
    const fixtures = found.map((one) => ({ name: one.name, state: one.state, use: useOf(one) }))
    out.write(`${JSON.stringify({ image: name, built, fixtures })}\n`)
    return EXIT.passed
  }
  out.write(`${name}: ${built ? BUILT[locale] : NOT_BUILT[locale]}\n`)
  for (const one of found) out.write(`${one.name}: ${one.state}, ${USE[useOf(one)](one.name)[locale]}\n`)
  return EXIT.passed
}

/** What a fixture is there for. */
const useOf = ({ owned, kept }: Found) => (owned ? 'run' : kept ? 'kept' : 'left')

const USE: Readonly<Record<ReturnType<typeof useOf>, (name: string) => Localized>> = {
  run: () => ({ es: 'lo usa una ejecución', en: 'a run is using it' }),
  kept: (name) => ({ es: `se dejó: pnpm fixture shell ${name}`, en: `kept: pnpm fixture shell ${name}` }),
  left: () => ({
    es: 'quedó de una ejecución muerta: pnpm fixture clean',
    en: 'a killed run left it: pnpm fixture clean',
  }),
}

const BUILT = { es: 'construida', en: 'built' }
const NOT_BUILT = { es: 'sin construir: pnpm fixture build', en: 'not built: pnpm fixture build' }

function noneUp(up: readonly string[]): StopError {
  const names = up.join(', ')
  return new StopError(
    EXIT.usage,
    { es: `Di cuál: ${names || 'no hay ninguno en marcha'}.`, en: `Say which one: ${names || 'none is up'}.` },
    {
      hint: {
        es: 'Deja uno en marcha: pnpm runbook <id> --dry-run --fixture docker --keep',
        en: 'Leave one up: pnpm runbook <id> --dry-run --fixture docker --keep',
      },
    },
  )
}

const USAGE = {
  es: `Uso: pnpm fixture build|shell|clean|status [--report text|json] [--lang es|en]
build   construye la imagen del entorno Docker, si no está construida, y prueba que arranca
shell   entra en un entorno en marcha: pnpm fixture shell [nombre]
clean   borra lo que dejaron ejecuciones muertas, y los entornos que dejaste y las imágenes antiguas de
        este proyecto; o solo los entornos que nombras: pnpm fixture clean [nombre…]
status  qué imagen hace falta y qué entornos hay; --report json para programas`,
  en: `Usage: pnpm fixture build|shell|clean|status [--report text|json] [--lang es|en]
build   builds the image of the Docker fixture, unless it is built, and tries that it comes up
shell   enters a fixture that is up: pnpm fixture shell [name]
clean   removes what killed runs left, and the fixtures you kept and the old images of this checkout;
        or only the fixtures you name: pnpm fixture clean [name…]
status  which image is needed and which fixtures there are; --report json for programs`,
}
