import type { HeaderWords } from './words.ts'

/** The header of the page of a service in Spanish. */
export const HEADER_ES: HeaderWords = {
  title: ({ title }) => `Operar ${title}`,
  description: 'Arrancar, probar, vigilar, publicar, volver a la versión anterior y parar el servicio del modelo.',
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
      takes: 'Unos dos minutos la primera vez, porque construye la imagen; después, unos segundos.',
      interrupts: 'Nada si no había ninguna versión en marcha; si la había, las peticiones, unos segundos.',
      stop: '`/health/ready` sigue en 503 dos minutos después de arrancar.',
      symptoms: ['Connection refused', 'API_KEY', 'env file .env not found'],
    },
    try: {
      title: 'Probar que predice bien',
      when: 'Después de arrancar o publicar, y cuando alguien dice que contesta mal.',
      takes: 'Menos de un minuto.',
      interrupts: 'Nada: son unas pocas peticiones de prueba.',
      stop: 'La predicción no es la del modelo con el que se hizo el servicio: es otro modelo, y repetir no lo cambia.',
      symptoms: ['422', '401', 'predicción rara'],
      irreversible: 'No deja nada: las peticiones de prueba solo suben los contadores.',
    },
    watch: {
      title: 'Leer las métricas y la deriva',
      when: 'Salta una alerta, o los datos que llegan ya no se parecen a los del entrenamiento.',
      takes: 'Unos segundos.',
      interrupts: 'Nada: solo lee las métricas, tras una predicción de prueba.',
      stop: 'La deriva supera el umbral: no la arregla ningún paso de aquí; hace falta otro entrenamiento.',
      symptoms: ['model_drifted', 'drift'],
      irreversible: 'No deja nada: la predicción de prueba solo sube los contadores.',
    },
    trial: {
      title: 'Probar aparte, antes de atender',
      when: 'Antes de ponerle un balanceador delante, y con cada modelo nuevo.',
      takes: 'Menos de un minuto.',
      interrupts: 'Nada: el contenedor de prueba usa otro puerto.',
      stop: 'Contesta 200 sin haber cargado el modelo: no le pongas un balanceador delante.',
      symptoms: ['503', 'the model is loading'],
      irreversible: 'No deja nada: el contenedor de prueba se borra en el último paso.',
    },
    release: {
      title: 'Publicar una versión',
      when: 'Hay una versión en marcha y otra nueva que publicar.',
      takes: 'Uno o dos minutos, casi todos construyendo la imagen.',
      stop: 'La versión nueva no queda sana en 60 segundos: no insistas, vuelve a la anterior.',
      interrupts: 'Las peticiones fallan mientras un contenedor sustituye al otro, unos segundos.',
      except: {
        'second-run': 'La versión nueva ya está en marcha: no hay otra que publicar, y el primer paso lo dice.',
      },
    },
    'roll-back': {
      title: 'Volver a la versión anterior',
      when: 'Tras publicar aumentan los errores, la latencia o las predicciones raras.',
      takes: 'Menos de un minuto: no construye nada.',
      stop: 'La versión anterior tampoco queda sana: la causa no es la versión.',
      symptoms: ['500', '503'],
      interrupts: 'Las peticiones fallan mientras un contenedor sustituye al otro, unos segundos.',
    },
    stop: {
      title: 'Parar y limpiar',
      when: 'El servicio ya no hace falta en esta máquina.',
      takes: 'Unos segundos; como mucho veinte, para que acaben las peticiones en curso.',
      stop: 'Todavía llegan peticiones: alguien lo usa.',
      interrupts: 'El servicio entero, hasta que se arranque otra vez.',
      except: { 'second-run': 'Ya está parado: no queda nada que parar.' },
    },
  },
  instead: [
    {
      when: 'El servicio va bien, pero lo que predice no',
      do: 'hace falta otro entrenamiento; arrancar otra vez no lo arregla',
    },
    {
      when: 'Docker no contesta o el disco está lleno',
      do: 'arregla antes la máquina, porque otra versión tampoco arrancará',
    },
  ],
  escalation: [
    {
      when: 'Sigue fallando tras volver atrás',
      within: '15m',
      role: 'la persona responsable de plataforma',
      how: 'por teléfono',
    },
    {
      when: 'El servicio va bien, pero lo que predice no',
      role: 'el equipo de ciencia de datos',
      how: 'en una incidencia, con el hash que da `/health/ready`',
    },
  ],
  labels: {
    symptoms: 'Síntomas',
    takes: 'Tarda',
    interrupts: 'Interrumpe',
    stop: 'Cuándo parar',
    instead: 'Cuándo no usarlo',
    escalation: 'A quién avisar',
    within: 'antes de',
  },
}
