/** How many words a text has. What has neither a letter nor a digit, such as a dash, is none. */
export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
