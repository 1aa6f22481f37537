import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A directory for PATH whose programs are these scripts of sh, by name. It is gone after the tests of the file. */
export function fakePrograms(scripts: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'programs-'))
  afterAll(() => rmSync(directory, { recursive: true }))
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(directory, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(directory, name), 0o755)
  }
  return directory
}

/** A `docker` whose engine has the fixture's image, and withholds what a machine of it needs to come up. */
export const WITHHOLDING = `case "$1" in
  version | image | run | rm) echo ok ;;
  ps) ;;
  logs) echo 'fixture: the capability SYS_ADMIN: permission denied' ;;
  *) exit 1 ;;
esac`

/** A `docker` whose engine has no image, and no way to Docker Hub. */
export const WITHOUT_BASE = `case "$1" in
  version) ;;
  pull) echo 'Using default tag'; echo 'Error response from daemon: no such host' >&2; exit 1 ;;
  image) echo "Error: No such image: $4" >&2; exit 1 ;;
  *) exit 1 ;;
esac`
