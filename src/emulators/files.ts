/** The files of the emulated machine, as an emulator may touch them. Paths are absolute. */
export interface Files {
  read(path: string): Promise<string>
  readBytes(path: string): Promise<Uint8Array>
  write(path: string, content: string | Uint8Array): Promise<void>
  /** Permission bits, `0o755`. */
  mode(path: string): Promise<number>
  setMode(path: string, mode: number): Promise<void>
  exists(path: string): Promise<boolean>
  isDirectory(path: string): Promise<boolean>
  /** Absolute paths of every file under a directory, sorted; with `dangling`, of links to what is not there too. */
  list(directory: string, how?: { dangling?: boolean }): Promise<string[]>
  remove(path: string): Promise<void>
}
