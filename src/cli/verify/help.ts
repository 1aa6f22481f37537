import type { Command } from '../terminal/help.ts'
import { VERIFY_OPTIONS } from './options.ts'

/** `pnpm verify` as its help describes it. */
export const VERIFY = {
  usage: {
    es: `Uso: pnpm verify [ids…] [opciones]
     pnpm verify --static RUTAS…   documentos Markdown de fuera de la base de conocimiento
     pnpm verify merge INFORME.json… [--min-executed N] [--report …]

Comprueba las páginas (documento, comandos, idiomas, scripts) y ejecuta cada runbook en un entorno sellado.
Lo que no ha cambiado desde la última vez que se superó no se repite, y se dice de cuándo es.`,
    en: `Usage: pnpm verify [ids…] [options]
       pnpm verify --static PATHS…   Markdown documents outside the knowledge base
       pnpm verify merge REPORT.json… [--min-executed N] [--report …]

Checks the pages (document, commands, languages, scripts) and runs every runbook in a sealed fixture.
What has not changed since it last passed is not repeated, and the output says when that was.`,
  },
  options: VERIFY_OPTIONS,
  notes: {
    es: `Con --fix. Solo lo que tiene una única corrección segura; la referencia de hallazgos dice en cada código si la tiene:
  docker-compose a docker compose, sh o console a bash, el id de un paso, una letra bailada en un comando, una
  opción o una clave, los bloques ingleses que copiaría «pnpm sync» y los scripts generados.
  Va bien con --static, --changed, ids y rutas de fuera; no con --watch, --shard ni merge. No mira git: cada cambio
  se muestra, «archivo:línea  CÓDIGO  antes → después», y repetirlo no cambia nada más. Una corrección que
  causaría otro hallazgo no se hace, y se dice.

Cobertura. Cada bloque bash cuenta una vez, en la página del idioma del informe:
  ejecutado       su paso se superó en el entorno Docker
  emulado         su paso se superó en el entorno integrado; no cuenta para --min-executed
  comprobado      la página dice por qué no se ejecuta (checked= o manual=)
  fallido         su paso falló, agotó su tiempo o se interrumpió
  no comprobable  al entorno le falta lo que el paso necesita
  sin ejecutar    nada lo ejecutó esta vez (tras un fallo, documento no válido, sin paso)
El porcentaje es de todos los bloques bash de la página, redondeado hacia abajo.

Variaciones. Los valores salen del tipo de cada parámetro; los otros mundos, de variations en el seed.yaml del sistema.
De lo que falla se dice la menor diferencia que lo causa. Lo que una página exceptúa con su motivo no cuenta como fallo,
ni lo que el entorno no puede comprobar: el informe lo cuenta aparte, y no como superado.

Estado de salida: 0 todo superado · 1 falló un paso o falta cobertura · 2 uso incorrecto ·
3 documento no válido · 4 sin entorno · 130 interrumpido`,
    en: `With --fix. Only what has one certain correction; the reference of findings says which codes have one:
  docker-compose to docker compose, sh or console to bash, the id of a step, one letter amiss in a command, a flag
  or a key, English blocks as \`pnpm sync\` would copy them, and generated scripts.
  It goes with --static, --changed, ids and paths outside; not with --watch, --shard or merge. It does not look at
  git: every change is shown, "file:line  CODE  before → after", and repeating it changes nothing more. A correction
  that would cause another finding is not made, and that is said.

Coverage. Each bash block counts once, on the page in the language of the report:
  executed       its step passed in the Docker fixture
  emulated       its step passed in the embedded fixture; does not count for --min-executed
  checked        the page says why it does not run (checked= or manual=)
  failing        its step failed, ran out of time or was interrupted
  not checkable  the fixture lacks what the step needs
  not run        nothing ran it this time (after a failure, invalid document, no step)
The percentage is of all bash blocks of the page, rounded down.

Variations. Values come from the type of each parameter; other worlds, from variations in the seed.yaml of the system.
Of each failure, the report gives the smallest difference that causes it. What a page excepts with a reason is no
failure, nor is what the fixture cannot check: the report counts it apart, and not as passed.

Exit status: 0 all passed · 1 a step failed or coverage is short · 2 wrong usage ·
3 invalid document · 4 no fixture · 130 interrupted`,
  },
} as const satisfies Command<typeof VERIFY_OPTIONS>
