import type { FixtureName } from '#fixture/open.ts'
import type { Localized } from '#schema/locale.ts'
import type { ShellName } from '#schema/status.ts'
import type { Terminal } from '../terminal/terminal.ts'

/**
 * Does something in the fixture asked for. Where none was, in Docker if its image is there, else in the
 * embedded one, saying why on the terminal; also where Docker's, once tried, turns out not to come up here.
 */
export async function inFixture<Result>(
  asked: FixtureName | undefined,
  { err, locale }: Pick<Terminal, 'err' | 'locale'>,
  use: (name: ShellName) => Promise<Result>,
): Promise<Result> {
  const embedded = (why: Localized) => {
    err.write(`${err.paint('dim', why[locale])}\n`)
    return use('embedded')
  }
  if (asked === 'docker') await (await import('#fixture/docker/require-engine.ts')).requireEngine(OTHERWISE)
  if (asked !== undefined) return use(asked)
  const { engineAnswers } = await import('#fixture/docker/engine.ts')
  if (!(await engineAnswers())) return embedded(NO_ENGINE)
  const { currentImage } = await import('#fixture/docker/image.ts')
  const { FixtureMissing } = await import('#fixture/docker/missing.ts')
  try {
    return (await currentImage()).built ? await use('docker') : await embedded(NOT_BUILT)
  } catch (error) {
    if (!(error instanceof FixtureMissing)) throw error
    return embedded(instead(error.text))
  }
}

const OTHERWISE: Localized = { es: 'Sin motor: --fixture embedded.', en: 'Without an engine: --fixture embedded.' }

const NO_ENGINE: Localized = {
  es: 'Entorno integrado: los comandos se emulan, no se ejecutan de verdad (no responde ningún motor Docker).',
  en: 'Embedded fixture: commands are emulated, not really executed (no Docker engine answers).',
}

const NOT_BUILT: Localized = {
  es: 'Entorno integrado: los comandos se emulan. Para ejecutarlos de verdad: pnpm fixture build',
  en: 'Embedded fixture: commands are emulated. To really execute them: pnpm fixture build',
}

const instead = ({ es, en }: Localized): Localized => ({
  es: `${es}\nEntorno integrado: los comandos se emulan, no se ejecutan de verdad.`,
  en: `${en}\nEmbedded fixture: commands are emulated, not really executed.`,
})
