/** Whether a passwd or group file has an entry of that name. */
export const isListed = (file: string | undefined, name: string): boolean =>
  (file ?? '').split('\n').some((line) => line.startsWith(`${name}:`))
