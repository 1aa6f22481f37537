/** A first title from an id: `rotate-certificate` gives `Rotate certificate`. */
export const titleOf = (id: string): string => {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
