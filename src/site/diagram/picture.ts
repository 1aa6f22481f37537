/** What is drawn, in one language: boxes, the frames around them, and the arrows between them. */
export interface Picture {
  /** Ids in the drawing begin with it: once on a page. */
  id: string
  title: string
  frames: readonly Frame[]
  boxes: readonly Box[]
  arrows: readonly Arrow[]
}

interface Frame {
  id: string
  name: string
}

/** `kind` is a class of the style sheet; `lines` say more below the name. */
export interface Box {
  id: string
  kind: string
  name: string
  lines: readonly Words[]
  frame?: string
}

export interface Arrow {
  from: string
  to: string
  /** What goes along it: words, or an address. */
  label: readonly Words[]
  dashed: boolean
}

export interface Words {
  text: string
  /** In the typeface of code. */
  code: boolean
}
