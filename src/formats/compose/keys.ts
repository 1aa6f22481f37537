import raw from './compose-spec.json' with { type: 'json' }

/** Keys a service of a Compose file may have, by Compose's own schema. */
export const SERVICE_KEYS: readonly string[] = Object.keys(raw.schema.definitions.service.properties)

/** Keys a whole Compose file may have. */
export const TOP_KEYS: readonly string[] = Object.keys(raw.schema.properties)
