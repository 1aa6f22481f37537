import { stripVTControlCharacters, styleText } from 'node:util'
import type { StepStatus } from '#schema/status.ts'

type Format = Parameters<typeof styleText>[0]

/** Colours a text, or leaves it as it is. */
export type Paint = (format: Format, text: string) => string

/** Paint for a place that shows colours, or not. */
export function createPaint(colours: boolean): Paint {
  return (format, text) => (colours ? styleText(format, text, { validateStream: false }) : text)
}

/** A mark and a colour per status: the mark alone must say it. */
export const STATUS_STYLE: Readonly<Record<StepStatus, { mark: string; format: Format }>> = {
  passed: { mark: '✔', format: 'green' },
  failed: { mark: '✘', format: 'red' },
  'timed-out': { mark: '✘', format: 'red' },
  skipped: { mark: '–', format: 'gray' },
  interrupted: { mark: '■', format: 'yellow' },
  'not-checkable': { mark: '?', format: 'yellow' },
}

/** Width on a terminal: colour codes take none, wide characters two columns. */
export function widthOf(text: string): number {
  return [...stripVTControlCharacters(text)].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0)
}

const isWide = (character: string) =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u.test(
    character,
  )

/** Text safe to show: control characters other than newline and tab become visible. */
export function showControls(text: string): string {
  return stripVTControlCharacters(text).replaceAll(
    /[^\P{Cc}\n\t]/gu,
    (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}
