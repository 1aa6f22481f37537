import { defineFinding } from '#finding/define.ts'

export const fileDockerfileSecret = defineFinding({
  code: 'FILE_DOCKERFILE_SECRET',
  severity: 'error',
  allowable: true,
  es: {
    message: '{keyword} graba «{name}» en la imagen: quien la tenga lo lee, y cambiarlo exige otra imagen.',
    hint: 'Pásalo al arrancar el contenedor, o con RUN --mount=type=secret al construir.',
    why: 'Lo que ENV y ARG dicen queda en la imagen. Cualquiera que la descargue lo lee, y rotar la clave no cambia las imágenes ya hechas.',
  },
  en: {
    message: '{keyword} writes `{name}` into the image: whoever has it can read it, and a new value needs a new image.',
    hint: 'Give it when the container starts, or with RUN --mount=type=secret while building.',
    why: 'What ENV and ARG say stays in the image. Whoever pulls it can read it, and rotating the key does not change images already made.',
  },
  wrong: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'ENV API_KEY=example', '```'],
  right: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'ENV LOG_LEVEL=info', '```'],
})
