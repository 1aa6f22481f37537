/** A way tools write a value. */
export interface Encoding {
  name: string
  write: (value: string) => string
  /** What it writes around the value, encoded or not. */
  around?: string
}

export const bytesOf = (value: string): number[] => [...Buffer.from(value)]
export const hex = (byte: number) => byte.toString(16).padStart(2, '0')
export const octal = (byte: number) => byte.toString(8).padStart(3, '0')
