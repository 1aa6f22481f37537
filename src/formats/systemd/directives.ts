import raw from './directives.json' with { type: 'json' }

const SECTIONS: Readonly<Record<string, readonly string[]>> = raw.sections

/** Keys of each section of a unit, as systemd's manager lists them. */
export const keysOf = (section: string): readonly string[] | undefined =>
  Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined

/** Sections of all kinds of units. */
export const SECTION_NAMES: readonly string[] = Object.keys(SECTIONS)
