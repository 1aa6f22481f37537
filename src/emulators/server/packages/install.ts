import { readAccounts, readGroups, writeAccounts, writeGroups } from '../accounts/accounts.ts'
import { freeNumber } from '../accounts/numbers.ts'
import type { Server } from '../state.ts'
import { ARCHIVE, ESSENTIAL, type Package } from './archive.ts'
import { writePackageFile } from './package-file.ts'

/** What installing some packages adds to a machine, in the order it is done: what each needs comes before it. */
export function additionsOf(
  names: readonly string[],
  { installed, recommends }: { installed: ReadonlySet<string>; recommends: boolean },
): string[] {
  const found: string[] = []
  const add = (name: string): void => {
    const one = ARCHIVE[name]
    if (!one || installed.has(name) || found.includes(name)) return
    for (const needed of [...(one.depends ?? []), ...(recommends ? (one.recommends ?? []) : [])]) add(needed)
    found.push(name)
  }
  for (const name of names) add(name)
  return found
}

/** Unpacks a package: its files, programs, accounts and groups. Its units are not started. */
export async function unpack({ files, packages }: Server, name: string): Promise<void> {
  const one = ARCHIVE[name]
  if (!one) return
  for (const group of one.groups ?? []) await addGroup({ files }, group)
  for (const [account, home] of Object.entries(one.accounts ?? {})) await addAccount({ files }, account, home)
  for (const [path, text] of Object.entries((await one.files?.()) ?? {})) await writePackageFile(files, path, text)
  for (const path of one.programs ?? []) await writePackageFile(files, path, programText(path))
  packages.add(name)
}

/** Takes a package away again. What it keeps below /etc stays, as after `apt-get remove`, unless it is purged. */
export async function removePackage(
  { files, packages }: Server,
  name: string,
  { purge }: { purge: boolean },
): Promise<void> {
  const one: Package | undefined = ARCHIVE[name]
  const paths = [...(one?.programs ?? []), ...Object.keys((await one?.files?.()) ?? {})]
  for (const path of paths) if (purge || !path.startsWith('/etc/')) await files.remove(path.replace(/\/$/, ''))
  packages.delete(name)
}

/**
 * A program of a package is a script that hands its words to the emulator, so that the shell finds it where it is, and
 * nowhere before it is installed.
 */
export function programText(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return `#!/bin/sh\n/usr/bin/__runbook_program ${name} "$@"\n`
}

async function addGroup({ files }: Pick<Server, 'files'>, name: string): Promise<void> {
  const groups = await readGroups(files)
  if (groups.some((one) => one.name === name)) return
  const gid = freeNumber(
    groups.map((one) => one.gid),
    true,
  )
  await writeGroups(files, [...groups, { name, gid, members: [] }])
}

async function addAccount({ files }: Pick<Server, 'files'>, name: string, home: string): Promise<void> {
  const accounts = await readAccounts(files)
  if (accounts.some((one) => one.name === name)) return
  await addGroup({ files }, name)
  const gid = (await readGroups(files)).find((one) => one.name === name)?.gid ?? 0
  const uid = freeNumber(
    accounts.map((one) => one.uid),
    true,
  )
  await writeAccounts(files, [...accounts, { name, uid, gid, comment: '', home, shell: '/usr/sbin/nologin' }])
  await files.makeDirectory(home)
  await files.setMode(home, 0o750)
  files.setOwner(home, { user: name, group: name })
}

/** The version of a package a machine has, or undefined. */
export function installedVersion({ packages }: Pick<Server, 'packages'>, name: string): string | undefined {
  if (ESSENTIAL[name] !== undefined) return ESSENTIAL[name]
  return packages.has(name) ? ARCHIVE[name]?.version : undefined
}
