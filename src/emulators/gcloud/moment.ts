import type { World } from '../world.ts'

/** A moment as Google's APIs write it. */
export const iso = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.(\d{3})Z$/, '.$1000Z')

/** Now, or when what is being delivered arrived. */
export const momentOf = ({ cloud, clock }: Pick<World, 'cloud' | 'clock'>): number => cloud.delivering ?? clock.now()
