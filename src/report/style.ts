import { stripVTControlCharacters, styleText } from 'node:util'
import type { StepStatus } from '#schema/status.ts'

type Format = Parameters<typeof styleText>[0]

/** How a place shows texts. */
export interface Paint {
  /** Colours a text, or leaves it as it is. */
  (format: Format, text: string): string
  /** The columns it has; undefined where lines may be of any length. */
  readonly width?: number | undefined
  /** It is read aloud: no marks, nothing side by side, nothing written over. */
  readonly plain?: boolean
}

/** Paint for a place that shows colours, or not. `width` is asked for each time: a window changes its size. */
export function createPaint(
  colours: boolean,
  { width, plain = false }: { width?: () => number | undefined; plain?: boolean } = {},
): Paint {
  const paint = (format: Format, text: string) =>
    colours && !plain ? styleText(format, text, { validateStream: false }) : text
  return Object.defineProperties(paint, {
    width: { get: width ?? (() => undefined) },
    plain: { value: plain },
  }) as Paint
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

/** The mark of a status alone, before a text in no colour. */
export const markOf = (status: StepStatus, paint: Paint): string =>
  paint.plain ? '' : `${paint(STATUS_STYLE[status].format, STATUS_STYLE[status].mark)} `

/** A text after the mark of a status, in its colour. */
export function withMark(status: StepStatus, text: string, paint: Paint): string {
  const { mark, format } = STATUS_STYLE[status]
  return paint(format, paint.plain ? text : `${mark} ${text}`)
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
