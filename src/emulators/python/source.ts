import type { EmulatedCall } from '../model.ts'

/** Texts of the files below the working directory whose path has a form, those of environments and of git left out. */
export async function filesBelow({ files, cwd }: EmulatedCall, form: RegExp): Promise<Record<string, string>> {
  const paths = (await files.list(cwd)).filter((path) => form.test(path) && !/\/(?:site-packages|\.git)\//.test(path))
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await files.read(path)] as const)))
}
