/** The word that stands in the place of an id to ask for completion. */
export const COMPLETION = 'completion'
