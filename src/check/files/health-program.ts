import { defineFinding } from '#finding/define.ts'

export const fileHealthProgram = defineFinding({
  code: 'FILE_HEALTH_PROGRAM',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'La comprobación de salud usa {program}, que la imagen {image} no trae: nunca estará sana.',
    hint: 'Instala {program}, o comprueba con lo que la imagen tiene.',
    why: 'Las imágenes slim y alpine no traen curl. La comprobación falla siempre, y el contenedor nunca queda sano aunque funcione.',
  },
  en: {
    message: 'The health check uses {program}, which the image {image} does not have: it will never be healthy.',
    hint: 'Install {program}, or check with what the image has.',
    why: 'The slim and alpine images have no curl. The check always fails, and the container never becomes healthy although it works.',
  },
  wrong: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'HEALTHCHECK CMD curl -f http://localhost:8000/health',
    '```',
  ],
  right: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'HEALTHCHECK CMD python -c \'import urllib.request as u; u.urlopen("http://localhost:8000/health")\'',
    '```',
  ],
})
