import { EXIT } from '#finding/error.ts'
import { nearest } from '#knowledge/nearest.ts'
import { FIXTURES } from '#knowledge/paths.ts'
import type { Command } from '../terminal/help.ts'
import { COMMON } from '../terminal/option-table.ts'
import { readCommandLine, usageError } from '../terminal/options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { chooseSystem } from './choose-system.ts'
import { createFiles, refuseExisting } from './create-files.ts'
import { idOf } from './id.ts'
import type { Kind } from './kind.ts'
import { KINDS } from './kinds.ts'
import { SERVICE_OPTIONS, SERVICE_RULES } from './service/options.ts'

/** `pnpm new system|runbook|incident|guide <id>`: writes what verifies as it is, in both languages. All of it or nothing, and never over a file. */
export async function create(terminal: Terminal): Promise<number> {
  const { out, locale, signal } = terminal
  const given = readCommandLine(NEW, terminal)
  if (!given) return EXIT.passed
  const [name = '', ...rest] = given.positionals
  if (name === 'service') {
    refuseOthers(name, ['system', 'from-run'], given.values)
    const { createService } = await import('./service/service.ts')
    return createService(idOf(rest, name, SERVICE_RULES), given.values, terminal)
  }
  const kind = kindOf(name)
  const id = idOf(rest, name, kind)
  const others = [...(kind.of ? [] : ['system']), ...(name === 'incident' ? [] : ['from-run'])]
  refuseOthers(name, [...others, ...Object.keys(SERVICE_OPTIONS)], given.values)
  const run = given.values['from-run']
  if (run !== undefined) refuseOthers('--from-run', ['system'], given.values)
  // Nobody is asked about what cannot be made.
  refuseExisting([...(kind.folder ? [kind.folder(id)] : []), ...Object.keys(kind.files({ id, system: id }))])
  const told = run === undefined ? undefined : await (await import('./from-run.ts')).runTold(run, terminal)
  const system = told?.system ?? (kind.of ? await chooseSystem(given.values.system, terminal) : id)
  signal.throwIfAborted()
  const files = kind.files({ id, system, ...(told && { run: told }) })
  createFiles(files)
  for (const file of Object.keys(files)) out.write(`+ ${file}\n`)
  out.write(`${kind.next(id)[locale]}\n`)
  return EXIT.passed
}

function kindOf(name: string): Kind {
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
  if (kind) return kind
  const known = [...Object.keys(KINDS), 'service']
  const meant = name && nearest(name, known)
  throw usageError(
    name
      ? { es: `pnpm new no crea «${name}».`, en: `pnpm new does not make "${name}".` }
      : { es: 'Di qué crear.', en: 'Say what to make.' },
    meant
      ? { es: `¿Querías decir «${meant}»?`, en: `Did you mean "${meant}"?` }
      : { es: `Crea: ${known.join(', ')}`, en: `It makes: ${known.join(', ')}` },
  )
}

/** An option of another kind would be passed over. */
function refuseOthers(name: string, others: readonly string[], values: Readonly<Record<string, unknown>>): void {
  const given = others.find((option) => values[option] !== undefined && values[option] !== false)
  if (given === undefined) return
  throw usageError(
    { es: `--${given} no se usa con ${name}.`, en: `--${given} is not used with ${name}.` },
    { es: 'Quita la opción.', en: 'Leave the option out.' },
  )
}

/** `pnpm new` as its help describes it. */
export const NEW = {
  usage: {
    es: `Uso: pnpm new runbook|incident <id> [--system SISTEMA]
     pnpm new incident <id> --from-run EJECUCIÓN
     pnpm new guide <id>
     pnpm new system <id>
     pnpm new service <id> --manifest ARCHIVO

Escribe una página en los dos idiomas que ya se puede comprobar; un runbook, también ejecutar.
Con system, un sistema entero: su mundo de partida, una aplicación pequeña y el runbook que la despliega.
Escribe todo o nada, y nunca sobre un archivo que exista.
Con service, convierte un modelo entrenado en un servicio con su mundo de partida y su runbook; lo que
se haya editado desde la última vez no lo toca. Ids: minúsculas, dígitos y guiones.`,
    en: `Usage: pnpm new runbook|incident <id> [--system SYSTEM]
       pnpm new incident <id> --from-run RUN
       pnpm new guide <id>
       pnpm new system <id>
       pnpm new service <id> --manifest FILE

Writes a page in both languages that verifies as it is; a runbook runs, too.
With system, a whole system: its seed world, a small application, and the runbook that deploys it.
Writes all or nothing, and never over a file that exists.
With service, makes of a trained model a service with its seed world and its runbook; what was
edited since the last time stays as it is. Ids: lower-case letters, digits and hyphens.`,
  },
  options: {
    system: {
      value: { es: 'SISTEMA', en: 'SYSTEM' },
      words: {
        es: `el de la página, uno de ${FIXTURES}; sin esta opción se pregunta en la terminal`,
        en: `the one the page is of, from ${FIXTURES}; without this option it is asked for on the terminal`,
      },
    },
    'from-run': {
      value: { es: 'EJECUCIÓN', en: 'RUN' },
      words: {
        es: 'de un incidente: la ejecución real de cuyo diario sale la cronología (pnpm runs)',
        en: 'of an incident: the live run whose journal the timeline comes from (pnpm runs)',
      },
    },
    ...SERVICE_OPTIONS,
    ...COMMON,
  },
  notes: {
    es: 'Estado de salida: 0 escrito · 1 no se pudo escribir · 2 uso incorrecto, o ya existe · 3 manifiesto no válido\n130 interrumpido',
    en: 'Exit status: 0 written · 1 could not be written · 2 wrong usage, or it exists already · 3 invalid manifest\n130 interrupted',
  },
} as const satisfies Command
