import { readForCompose } from '#formats/dotenv/compose.ts'
import { NotModelled } from '../../model.ts'

/** Compose's reading of a `.env` or `env_file`, with the variables of the caller. A line Compose refuses is not modelled. */
export function parseDotenv(text: string, outer: Readonly<Record<string, string>>): Record<string, string> {
  const settings = readForCompose(text, (name) => outer[name])
  const refused = settings.find(({ problem }) => problem)
  if (refused) throw new NotModelled(`a file of variables that Compose refuses at ${refused.name}`)
  return Object.fromEntries(settings.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])))
}
