import { FIXTURES } from '#knowledge/paths.ts'
import { guide } from './guide.ts'
import { incident } from './incident.ts'
import type { Kind } from './kind.ts'
import { pageFiles, withScript } from './pages.ts'
import { runbook } from './runbook.ts'
import { systemFiles } from './system/files.ts'

const PAGE_LENGTH = { min: 1, max: 60 }
const checked = () => ({
  es: 'Escríbela y comprueba: pnpm verify --static',
  en: 'Write it, then check: pnpm verify --static',
})

/** What `pnpm new` makes. */
export const KINDS: Readonly<Record<string, Kind>> = {
  runbook: {
    of: 'system',
    length: PAGE_LENGTH,
    example: { es: 'rotar-certificado', en: 'rotate-certificate' },
    files: (asked) => withScript(pageFiles('runbooks', asked.id, runbook(asked))),
    next: (id) => ({
      es: `${checked().es} · Ejecútala: pnpm runbook ${id} --dry-run`,
      en: `${checked().en} · Run it: pnpm runbook ${id} --dry-run`,
    }),
  },
  incident: {
    of: 'system',
    length: PAGE_LENGTH,
    example: { es: 'incidente-2026-01-31', en: 'incident-2026-01-31' },
    files: (asked) => pageFiles('post-mortems', asked.id, incident(asked)),
    next: checked,
  },
  guide: {
    length: PAGE_LENGTH,
    example: { es: 'copias-de-seguridad', en: 'backups' },
    files: (asked) => pageFiles('guides', asked.id, guide(asked)),
    next: checked,
  },
  system: {
    // Docker takes no name of one letter for a container; the id of the runbook is longer than that of the system.
    length: { min: 2, max: 40 },
    example: { es: 'tienda', en: 'shop' },
    reserved: {
      scratch: { es: 'Docker se reserva ese nombre de imagen', en: 'Docker keeps that image name for itself' },
    },
    folder: (id) => `${FIXTURES}/${id}`,
    files: (asked) => withScript(systemFiles(asked)),
    next: (id) => ({
      es: `Compruébalo: pnpm verify ${id}-deploy --variations 3 · Su mundo: ${FIXTURES}/${id}/seed.yaml`,
      en: `Verify it: pnpm verify ${id}-deploy --variations 3 · Its world: ${FIXTURES}/${id}/seed.yaml`,
    }),
  },
}
