import { ask, type Call, placeOfCall } from '#check/page/call.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const hazardLoginCheck = defineFinding({
  code: 'HAZARD_LOGIN_CHECK',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'docker info no siempre dice con qué usuario se ha entrado: no sirve para saberlo.',
    hint: 'Comprueba que puedes leer la imagen: docker manifest inspect.',
    why: 'docker info calla el usuario con varios almacenes de credenciales: la comprobación falla con la sesión abierta.',
  },
  en: {
    message: 'docker info does not always tell who is logged in: it cannot be asked that.',
    hint: 'Check that you can read the image: docker manifest inspect.',
    why: 'docker info leaves the user out with several credential stores: the check fails while logged in.',
  },
  wrong: ['```bash step=check-login effect=read', 'docker info | grep -q Username', '```'],
  right: ['```bash step=check-login effect=read', 'docker manifest inspect example.com/app:1.0.0', '```'],
})

export function login(before: Call, call: Call): Finding[] {
  const asks = ask(before, 'tellsLogin') && before.command.piped
  const found = call.words.some(({ text }) => /^username:?$/i.test(text ?? ''))
  return asks && found ? [hazardLoginCheck.at(placeOfCall(before))] : []
}
