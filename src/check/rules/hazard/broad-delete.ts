import { ask, isHere, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const hazardBroadDelete = defineFinding({
  code: 'HAZARD_BROAD_DELETE',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message:
      '«{command}» borra o para todo lo que coincida, también lo que está en uso o hace falta para volver atrás.',
    hint: 'Lista antes, filtra por estado y nombra lo que se borra.',
    why: 'Un patrón no distingue lo viejo de lo que está en uso. Así se borró un contenedor en producción, y con prune -a se va la imagen a la que había que volver.',
  },
  en: {
    message: '`{command}` deletes or stops all that matches, also what is in use or needed to go back.',
    hint: 'List first, filter by state, and name what is deleted.',
    why: 'A pattern cannot tell the old from what is in use. That is how a container in production was deleted, and prune -a takes the image to go back to.',
  },
  wrong: ['```bash step=clean effect=delete', 'docker ps -aq | xargs docker rm -f', '```'],
  right: ['```bash step=clean effect=delete', 'docker container prune --force --filter label=stage=test', '```'],
})

/** Deletions of whatever matches, and not of what a page made. */
export const broadDelete = pageRule([hazardBroadDelete], ({ calls }) =>
  calls.flatMap((call): Finding[] => {
    const sweep = ask(call, 'sweep')
    if (!sweep || (sweep.fineOnServer && !isHere(call))) return []
    return [hazardBroadDelete.at(placeOfCall(call), { command: sweep.shown })]
  }),
)
