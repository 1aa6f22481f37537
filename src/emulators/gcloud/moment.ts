/** A moment as Google's APIs write it. */
export const iso = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.(\d{3})Z$/, '.$1000Z')
