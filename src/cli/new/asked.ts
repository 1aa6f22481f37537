/** What a template needs to know. */
export interface Asked {
  id: string
  system: string
}
