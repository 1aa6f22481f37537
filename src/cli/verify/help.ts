import type { Localized } from '#schema/locale.ts'

/** What `pnpm verify --help` prints. */
export const VERIFY_USAGE: Localized = {
  es: `Uso: pnpm verify [ids…] [opciones]
     pnpm verify --static RUTAS…   documentos Markdown de fuera de la base de conocimiento
     pnpm verify merge INFORME.json… [--min-executed N] [--report …]

Comprueba las páginas (documento, comandos, idiomas, scripts) y ejecuta cada runbook en un entorno sellado.
Lo que no ha cambiado desde la última vez que se superó no se repite, y se dice de cuándo es.

  --static                  solo lo que se sabe sin ejecutar
  --watch                   lo mismo tras cada guardado, hasta Ctrl-C; no ejecuta nada
  --fix                     antes corrige lo mecánico en el disco y dice qué cambió; luego comprueba como siempre
  --fixture docker|embedded entorno; por defecto Docker si está, si no el integrado
  --changed[=REF]           solo los runbooks que afecta lo cambiado desde que esta rama dejó REF
                            (origin/HEAD, main): su página, su script, su mundo de partida o las herramientas
  --shard i/n               la parte i de n; luego júntalas con «pnpm verify merge»
  --no-cache                repite todo
  --min-executed N          falla (1) si en algún runbook se ejecutó menos del N % de sus bloques bash
  --variations N            además, cada procedimiento N veces con otros valores y en otros mundos, en el entorno
                            integrado si no se pide --fixture; --variation-seed S repite las de otra vez
  --report FORMATO[=ARCHIVO] text, json, junit, github, sarif o lsp; se puede repetir
  --lang es|en

Con --fix. Solo lo que tiene una única corrección segura; la referencia de hallazgos dice en cada código si la tiene:
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
  en: `Usage: pnpm verify [ids…] [options]
       pnpm verify --static PATHS…   Markdown documents outside the knowledge base
       pnpm verify merge REPORT.json… [--min-executed N] [--report …]

Checks the pages (document, commands, languages, scripts) and runs every runbook in a sealed fixture.
What has not changed since it last passed is not repeated, and the output says when that was.

  --static                  only what can be told without running
  --watch                   the same after every save, until Ctrl-C; runs nothing
  --fix                     first fixes on disk what is mechanical and says what it changed; then verifies as usual
  --fixture docker|embedded the fixture; Docker by default where it is there, else the embedded one
  --changed[=REF]           only runbooks concerned by what changed since this branch left REF
                            (origin/HEAD, main): their page, script, seed world, or the tools themselves
  --shard i/n               part i of n; then join them with \`pnpm verify merge\`
  --no-cache                repeat everything
  --min-executed N          fail (1) if less than N % of the bash blocks of any runbook were executed
  --variations N            besides, each procedure N times with other values and in other worlds, in the embedded
                            fixture unless --fixture is given; --variation-seed S repeats those of another time
  --report FORMAT[=FILE]    text, json, junit, github, sarif or lsp; repeatable
  --lang es|en

With --fix. Only what has one certain correction; the reference of findings says of each code whether it has:
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
Of what fails, the smallest difference that causes it is told. What a page excepts with a reason is no failure, nor
is what the fixture cannot check: the report counts it apart, and not as passed.

Exit status: 0 all passed · 1 a step failed or coverage is short · 2 wrong usage ·
3 invalid document · 4 no fixture · 130 interrupted`,
}
