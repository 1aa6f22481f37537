import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '#knowledge/paths.ts'
import { generatedPage } from './generated.ts'
import { runNode } from './measure.ts'

const STEPS = 20

/** A checkout of the tool whose knowledge base is that many generated runbooks in two languages, with their scripts. Remove it after use. */
export function generatedCheckout(count: number): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'bench-'))
  for (const name of ['src', 'scripts', 'package.json']) cpSync(join(ROOT, name), join(root, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  mkdirSync(join(root, 'runbooks'))
  for (const english of [false, true]) writePages(join(root, 'content/docs', english ? 'en' : '', 'runbooks'), english)
  const { status, stderr } = runNode(['scripts/start.mjs', 'generate'], { cwd: root })
  if (status !== 0) throw new Error(stderr)
  // The reference of findings is the same however many runbooks there are.
  for (const english of ['', 'en']) rmSync(join(root, 'content/docs', english, 'reference'), { recursive: true })
  return { root, remove: () => rmSync(root, { recursive: true }) }

  function writePages(directory: string, english: boolean) {
    mkdirSync(directory, { recursive: true })
    for (let number = 0; number < count; number++)
      writeFileSync(join(directory, `generated-${number}.md`), generatedPage(number, { steps: STEPS, english }))
  }
}
