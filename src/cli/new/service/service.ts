import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { reportFinding } from '#catalogue/catalogue.ts'
import { EXIT, StopError } from '#finding/error.ts'
import type { Finding } from '#finding/finding.ts'
import { FIXTURES, inRoot, ROOT } from '#knowledge/paths.ts'
import { renderFindings } from '#report/findings.ts'
import { makeService } from '#service/generate/make.ts'
import { type Experiment, readExperiment } from '#service/manifest/read.ts'
import { generate } from '../../generate/generate.ts'
import type { Values } from '../../terminal/options.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { difference } from './difference.ts'
import type { SERVICE_OPTIONS } from './options.ts'
import { type Asked, readAsked } from './read-options.ts'
import { readTemplate } from './template.ts'
import { type Edited, editedOf, type Target, targetsIn, writeTargets } from './write.ts'

/**
 * `pnpm new service <id> --manifest FILE`: makes a service of a model, its world and its pages. What is wrong with the
 * manifest comes as findings, and then nothing is written (status 3); nor is it where somebody edited what was made before,
 * whose difference is shown (status 2).
 */
export async function createService(
  id: string,
  values: Values<typeof SERVICE_OPTIONS>,
  terminal: Terminal,
): Promise<number> {
  const asked = readAsked(id, values, terminal)
  const experiment = readFiles(asked)
  if (Array.isArray(experiment)) return refuse(experiment, terminal)
  const made = makeService({ ...asked, ...experiment }, readTemplate())
  const folder = inRoot(FIXTURES, id, 'laptop', id)
  const places = [folder, ...(asked.out === undefined ? [] : [asked.out])]
  const services = places.map((place) => ({ place, targets: targetsIn(place, made.service) }))
  const knowledge = targetsIn(ROOT, made.knowledge)
  const edited = [...editedOf(knowledge, folder), ...services.flatMap(({ place, targets }) => editedOf(targets, place))]
  if (edited.length > 0) return keep(edited, terminal)
  return write([...knowledge, ...services.flatMap(({ targets }) => targets)], asked, terminal)
}

function readFiles({ manifestFile }: Asked): Experiment | Finding[] {
  const file = relative(process.cwd(), manifestFile)
  if (!existsSync(manifestFile))
    throw new StopError(
      EXIT.usage,
      { es: `No existe ${file}.`, en: `There is no ${file}.` },
      { hint: { es: 'Escribe en --manifest dónde está.', en: 'Say in --manifest where it is.' } },
    )
  const fileBeside = (path: string) => {
    const beside = join(dirname(manifestFile), path)
    return existsSync(beside) ? readFileSync(beside, 'utf8') : undefined
  }
  return readExperiment({ file, text: readFileSync(manifestFile, 'utf8'), fileBeside })
}

function refuse(findings: readonly Finding[], { err, words, locale }: Terminal): number {
  const reports = findings.map((finding) => reportFinding(finding, locale))
  err.write(`${renderFindings(reports, words, err.paint)}\n`)
  return EXIT.invalid
}

function keep(edited: readonly Edited[], { err, locale }: Terminal): number {
  for (const { file, before, after } of edited) {
    err.write(`${err.paint('bold', relative(process.cwd(), file))}\n`)
    for (const line of difference(before, after)) err.write(`${err.paint(line[0] === '-' ? 'red' : 'green', line)}\n`)
  }
  err.write(`${KEPT[locale]}\n`)
  return EXIT.usage
}

const KEPT = {
  es: 'Esos archivos se han editado (-) y se escribirían otros (+). No se ha cambiado nada: pasa tus cambios a otro sitio, bórralos y repite.',
  en: 'Those files were edited (-), and others would be written (+). Nothing was changed: move your edits elsewhere, delete the files, and try again.',
}

async function write(targets: readonly Target[], asked: Asked, terminal: Terminal): Promise<number> {
  const { out, locale } = terminal
  for (const file of writeTargets(targets)) out.write(`+ ${relative(process.cwd(), file)}\n`)
  const generated = await generate({ ...terminal, args: [] })
  if (generated === EXIT.passed) out.write(`${NEXT[locale](asked.id)}\n`)
  return generated
}

const NEXT = {
  es: (id: string) => `Compruébalo: pnpm verify ${id} · Ensáyalo: pnpm runbook ${id} start --dry-run`,
  en: (id: string) => `Verify it: pnpm verify ${id} · Rehearse it: pnpm runbook ${id} start --dry-run`,
}
