import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Ended } from './cli.ts'

/** A copy of the project whose pages a test may change. */
export interface ProjectCopy {
  root: string
  run(command: string, ...args: string[]): Ended
  read(file: string): string
  /** Replaces a text of a file; throws when it is not there. */
  edit(file: string, find: string, replace: string): void
  remove(file: string): void
  write(file: string, text: string): void
  /** Brings every page and script back to what is shipped. */
  restore(): void
  close(): void
}

const CHANGING = ['content', 'runbooks']

/** What a knowledge base of the CarBlau runbooks alone lacks: a verification of it takes a fraction of the time. */
const OF_OTHERS =
  /^(content\/docs\/(en\/)?(post-mortems|reference|guides\/(?!docker-fixture)|runbooks\/(?!cloud-run-|docker-commands))|runbooks\/(?!fixtures|cloud-run-|docker-commands)).*/

/** The whole project, or with the CarBlau runbooks alone. */
export function copyProject(pages: 'all' | 'carblau' = 'carblau'): ProjectCopy {
  const root = mkdtempSync(join(tmpdir(), 'project-'))
  const copy = (part: string) =>
    cpSync(part, join(root, part), { recursive: true, filter: (path) => pages === 'all' || !OF_OTHERS.test(path) })
  for (const part of ['src', 'scripts', 'package.json', 'CONTRIBUTING.md', ...CHANGING]) copy(part)
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  const at = (file: string) => join(root, file)
  const read = (file: string) => readFileSync(at(file), 'utf8')
  return {
    root,
    read,
    run(command, ...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', command, ...args], {
        cwd: root,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: root,
          LANG: 'en_GB.UTF-8',
          DOCKER_HOST: 'unix:///nonexistent/docker.sock',
        },
      })
      return { status, stdout, stderr }
    },
    edit(file, find, replace) {
      const text = read(file)
      if (!text.includes(find)) throw new Error(`${file} does not hold: ${find}`)
      writeFileSync(
        at(file),
        text.replace(find, () => replace),
      )
    },
    remove: (file) => rmSync(at(file)),
    write: (file, text) => writeFileSync(at(file), text),
    restore() {
      for (const part of CHANGING) {
        rmSync(at(part), { recursive: true })
        copy(part)
      }
    },
    close: () => rmSync(root, { recursive: true }),
  }
}
