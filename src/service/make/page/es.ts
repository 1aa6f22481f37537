import { bodyES } from './es-body.ts'
import type { PageWords } from './words.ts'

/** The page of a service in Spanish. */
export const ES: PageWords = {
  title: ({ title }) => `Operar ${title}`,
  description: 'Arranca, prueba, vigila, publica, devuelve a la versión anterior y para el servicio del modelo.',
  parameters: {
    VERSION: 'Versión que debe atender',
    PREVIOUS_VERSION: 'Versión a la que se vuelve',
    PORT: 'Puerto de esta máquina en el que atiende',
    TRIAL_PORT: 'Puerto libre para la prueba aparte',
  },
  procedures: {
    start: {
      title: 'Construir y arrancar',
      when: 'La primera vez en una máquina, o cuando no hay ninguna versión en marcha.',
      symptoms: ['Connection refused', 'API_KEY', 'env file .env not found'],
    },
    try: {
      title: 'Probar que predice bien',
      when: 'Después de arrancar o publicar, y cuando alguien dice que contesta mal.',
      symptoms: ['422', '401', 'predicción rara'],
      irreversible: 'No deja nada: las peticiones de prueba solo suben los contadores.',
    },
    watch: {
      title: 'Leer las métricas y la deriva',
      when: 'Salta una alerta, o los datos que llegan ya no se parecen a los del entrenamiento.',
      symptoms: ['model_drifted', 'drift'],
      irreversible: 'No deja nada: la predicción de prueba solo sube los contadores.',
    },
    trial: {
      title: 'Probar aparte, antes de atender',
      when: 'Antes de ponerle un balanceador delante, y con cada modelo nuevo.',
      symptoms: ['503', 'the model is loading'],
      irreversible: 'No deja nada: el contenedor de prueba se borra en el último paso.',
    },
    release: {
      title: 'Publicar una versión',
      when: 'Hay una versión en marcha y otra nueva que publicar.',
      interrupts: 'Las peticiones fallan mientras un contenedor sustituye al otro, unos segundos.',
      except: {
        'second-run': 'La versión nueva ya está en marcha: no hay otra que publicar, y el primer paso lo dice.',
      },
    },
    'roll-back': {
      title: 'Volver a la versión anterior',
      when: 'Tras publicar suben los errores, la latencia o las predicciones raras.',
      symptoms: ['500', '503'],
      interrupts: 'Las peticiones fallan mientras un contenedor sustituye al otro, unos segundos.',
    },
    stop: {
      title: 'Parar y limpiar',
      when: 'El servicio ya no hace falta en esta máquina.',
      interrupts: 'El servicio entero, hasta que se arranque otra vez.',
      except: { 'second-run': 'Ya está parado: no queda nada que parar.' },
    },
  },
  body: bodyES,
}
