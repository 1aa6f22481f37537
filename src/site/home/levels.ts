import type { Localized } from '#schema/locale.ts'
import type { BadgeKind } from '../evidence.ts'

/** What each evidence proves, and what it does not. */
export const LEVELS = {
  executed: {
    es: 'El paso se ejecutó en el entorno Docker, con un motor y unas herramientas reales. No prueba que tu proyecto tenga los permisos o la cuota que hacen falta.',
    en: 'The step ran in the Docker fixture, with a real engine and real tools. It does not prove that your project has the permissions or the quota it needs.',
  },
  emulated: {
    es: 'El paso se ejecutó en el entorno integrado, contra emuladores. Prueba que los comandos existen, encajan entre sí y dejan lo que la página promete. No es una ejecución real.',
    en: 'The step ran in the embedded fixture, against emulators. It proves that the commands exist, fit together and leave what the page promises. It is not a real execution.',
  },
  checked: {
    es: 'El bloque se analizó sin ejecutarlo. La página dice por qué no se ejecuta.',
    en: 'The block was analysed and did not run. The page says why it does not run.',
  },
  'not-checkable': {
    es: 'Al entorno le falta algo que el paso necesita. Nunca cuenta como superado.',
    en: 'The fixture lacks something the step needs. It never counts as passed.',
  },
  failed: {
    es: 'El paso falló. La CI está en rojo hasta que se arregle la página o el comando.',
    en: 'The step failed. CI stays red until the page or the command is fixed.',
  },
} as const satisfies Record<Exclude<BadgeKind, 'none'>, Localized>
