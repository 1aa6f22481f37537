import { sha256 } from '../images/digest.ts'

const LETTERS = 'bcdfghjklmnpqrstvwxz'
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** Letters that stand for a text: the same text gives the same letters. */
export const letters = (text: string, count: number): string => pick(text, count, LETTERS)

/** The hash part of a Cloud Run address. */
export const hashOf = (text: string, count: number): string => pick(text, count, ALPHABET)

const pick = (text: string, count: number, from: string): string => {
  const digest = sha256(text)
  return Array.from(
    { length: count },
    (_, at) => from[Number.parseInt(digest.slice(at * 2, at * 2 + 2), 16) % from.length],
  ).join('')
}

/** Digits that stand for a text, as unique ids of accounts have. */
export const digits = (text: string, count: number): string => pick(text, count, '0123456789')

/** A UUID that stands for a text. */
export const uuid = (text: string): string => {
  const hex = sha256(text)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
