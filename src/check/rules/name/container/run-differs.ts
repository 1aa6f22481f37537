import { placeOfCall } from '#check/page/call.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { lineOf, type Run } from './run.ts'

export const nameRunDiffers = defineFinding({
  code: 'NAME_RUN_DIFFERS',
  severity: 'warning',
  allowable: true,
  es: {
    message: 'El contenedor «{name}» se arranca aquí sin {flag}, y en la línea {line} lo llevaba.',
    hint: 'Arráncalo igual en los dos sitios.',
    why: 'Dos formas distintas de arrancar el mismo contenedor: quien copia la segunda se queda sin la comprobación de salud, y nada le avisa.',
  },
  en: {
    message: 'The container `{name}` is started here without {flag}, which it has on line {line}.',
    hint: 'Start it the same way in both places.',
    why: 'Two different ways to start one container: whoever copies the second has no health check, and nothing says so.',
  },
  wrong: [
    '```bash step=start effect=create',
    "docker run --detach --name=api --health-cmd='wget -q --spider http://localhost:8080' app:1.0.0",
    '```',
    '',
    '```bash step=start-again effect=delete',
    'docker rm --force api',
    'docker run --detach --name=api app:1.1.0',
    '```',
  ],
  right: [
    '```bash step=start effect=create',
    "docker run --detach --name=api --health-cmd='wget -q --spider http://localhost:8080' app:1.0.0",
    '```',
    '',
    '```bash step=start-again effect=delete',
    'docker rm --force api',
    "docker run --detach --name=api --health-cmd='wget -q --spider http://localhost:8080' app:1.1.0",
    '```',
  ],
})

/** A health check that the same container had is what tells whether it works. */
export function differs({ name, call, container }: Run, before: Run | undefined): Finding[] {
  if (!before?.container.healthChecked || container.healthChecked) return []
  return [nameRunDiffers.at(placeOfCall(call), { name, flag: '--health-cmd', line: lineOf(before.call) })]
}
