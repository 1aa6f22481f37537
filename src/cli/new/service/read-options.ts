import { resolve } from 'node:path'
import { isSampleValue } from '#check/rules/command/sample.ts'
import type { Localized } from '#schema/locale.ts'
import type { Service } from '#service/generate/service.ts'
import type { Values } from '../../terminal/options.ts'
import { usageError } from '../../terminal/options.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { titleOf } from '../title.ts'
import type { SERVICE_OPTIONS } from './options.ts'

/** What was asked for of a service, besides its experiment. */
export type Asked = Omit<Service, 'manifest' | 'model' | 'modelText'> & {
  /** Absolute paths. */
  manifestFile: string
  out: string | undefined
}

/** Reads the options. Stops for what cannot be. */
export function readAsked(id: string, values: Values<typeof SERVICE_OPTIONS>, terminal: Terminal): Asked {
  const { manifest, title = titleOf(id), version = '1.0.0', out, cors = '' } = values
  if (manifest === undefined)
    throw usageError(
      { es: 'Falta --manifest.', en: '--manifest is missing.' },
      {
        es: `Por ejemplo: pnpm new service ${id} --manifest experiment_manifest.json`,
        en: `For example: pnpm new service ${id} --manifest experiment_manifest.json`,
      },
    )
  if (id.length < 2 || isSampleValue(id)) throw refusedId(id)
  if (!/^\w[\w.-]{0,127}$/.test(version)) throw refused('version', version, TAG)
  if (title.trim() === '' || /\p{Cc}/u.test(title) || title.length > 80) throw refused('title', title, LINE)
  const origins = cors.split(',').flatMap((one) => one.trim() || [])
  const bad = origins.find((origin) => !isOrigin(origin))
  if (bad !== undefined) throw refused('cors', bad, ORIGIN)
  return {
    id,
    title: title.trim(),
    version,
    cors: origins,
    monitoring: !values['no-monitoring'],
    locale: terminal.locale,
    manifestFile: resolve(terminal.directory, manifest),
    out: out === undefined ? undefined : resolve(terminal.directory, out),
  }
}

/** It names an image and containers: a page with a sample value in it would be refused. */
const refusedId = (id: string) =>
  usageError(
    { es: `«${id}» no sirve de id de un servicio.`, en: `"${id}" cannot be the id of a service.` },
    {
      es: 'Da nombre a una imagen: dos caracteres o más, y nada que parezca de muestra.',
      en: 'It names an image: two characters or more, and nothing that looks like a sample.',
    },
  )

const TAG: Localized = {
  es: 'Es también la etiqueta de la imagen: letras, dígitos, puntos y guiones, como 1.0.0.',
  en: 'It is the tag of the image, too: letters, digits, dots and hyphens, like 1.0.0.',
}
const LINE: Localized = { es: 'Usa una línea de hasta 80 caracteres.', en: 'Use one line of up to 80 characters.' }
const ORIGIN: Localized = {
  es: 'Nombra los orígenes, como https://app.example.com. El asterisco dejaría llamar a cualquiera.',
  en: 'Name the origins, like https://app.example.com. The asterisk would let anybody call.',
}

const refused = (option: string, value: string, hint: Localized) =>
  usageError({ es: `--${option}: «${value}» no sirve.`, en: `--${option}: "${value}" will not do.` }, hint)

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//.test(text) && new URL(text).origin === text
}
