import { systemOf } from '#check/files/page-file.ts'
import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { BashWord } from '#document/bash/model.ts'
import { isPlain } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const nameTagDiffers = defineFinding({
  code: 'NAME_TAG_DIFFERS',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'La imagen «{name}» es aquí la «{found}»; en los demás sitios es la «{expected}»[?: línea {line}].',
    hint: 'Usa la misma versión. Si es otra a propósito, dilo: allow="NAME_TAG_DIFFERS motivo".',
    why: 'Otra versión de una imagen puede no leer los mismos archivos ni entender las mismas opciones, y puede no existir.',
  },
  en: {
    message: 'The image `{name}` is `{found}` here; everywhere else it is `{expected}`[?: line {line}].',
    hint: 'Use the same version. If it is another one on purpose, say so: allow="NAME_TAG_DIFFERS reason".',
    why: 'Another version of an image may not read the same files or know the same options, and may not exist.',
  },
  wrong: [
    '```bash step=start effect=create',
    'docker run --detach --name=cache redis:7',
    '```',
    '',
    '```bash step=start-copy effect=create',
    'docker run --detach --name=cache-copy redis:7',
    '```',
    '',
    '```bash step=start-scratch effect=create',
    'docker run --detach --name=cache-scratch redis:8',
    '```',
  ],
  right: [
    '```bash step=start effect=create',
    'docker run --detach --name=cache redis:7',
    '```',
    '',
    '```bash step=start-copy effect=create',
    'docker run --detach --name=cache-copy redis:7',
    '```',
    '',
    '```bash step=start-scratch effect=create',
    'docker run --detach --name=cache-scratch redis:7',
    '```',
  ],
})

/** An image someone else makes, in a version that stands once on the page, where the rest of it or the system's files have another. */
export const tagDiffers = pageRule([nameTagDiffers], ({ page, calls }, { worldImages }) => {
  if (isPlain(page)) return []
  const own = new Set(calls.flatMap(madeBy))
  const used = calls.flatMap(imagesOf).filter(({ name }) => !own.has(name))
  const world = [...(worldImages?.(systemOf(page) ?? '') ?? [])].map(splitImage)
  return used.flatMap((image): Finding[] => {
    const { name, tag: found, call, word } = image
    const others = used.filter((other) => other !== image && other.name === name)
    const known = world.filter((other) => other.name === name)
    const [usual] = known.length > 0 ? known : others
    const tags = new Set([...known, ...others].map(({ tag }) => tag))
    const isCertain = known.length > 0 || others.length > 1
    if (!usual || !isCertain || tags.size !== 1 || tags.has(found) || isElsewhere(page.source, `${name}:${found}`))
      return []
    const [first] = others
    const line = first && placeOfWord(first.call, first.word).start.line
    return [nameTagDiffers.at(placeOfWord(call, word), { name, found, expected: usual.tag, line })]
  })
})

interface Tagged {
  name: string
  tag: string
}

interface ImageUse extends Tagged {
  call: Call
  word: BashWord
}

/** Images of a call whose version is written out. */
const imagesOf = (call: Call): ImageUse[] =>
  (ask(call, 'images') ?? []).flatMap(({ text = '', word }) =>
    IMAGE.test(text) ? [{ ...splitImage(text), call, word: word as BashWord }] : [],
  )

const IMAGE = /^[a-z][\w./-]*:\d[\w.-]*$/

function splitImage(image: string): Tagged {
  const colon = image.lastIndexOf(':')
  return { name: image.slice(0, colon), tag: image.slice(colon + 1) }
}

/** Names of the images a call makes: their versions come one after another. What it pulls is made by others. */
const madeBy = (call: Call): string[] =>
  ask(call, 'pulls')
    ? []
    : (ask(call, 'names') ?? []).flatMap(({ kind, role, word }) =>
        kind === 'image' && role === 'makes' && word.text ? [splitImage(word.text).name] : [],
      )

/** Whether the page names an image more than once, its prose included. `redis:7.4` is not `redis:7`. */
const isElsewhere = (source: string, image: string) =>
  [...source.matchAll(/[a-z][\w./-]*:\d[\w.-]*/g)].filter(([found]) => found.replace(/\.$/, '') === image).length > 1
