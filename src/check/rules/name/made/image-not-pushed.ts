import { defineFinding } from '#finding/define.ts'

export const nameImageNotPushed = defineFinding({
  code: 'NAME_IMAGE_NOT_PUSHED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Ningún paso anterior sube la imagen «{name}» al registro.[? En la línea {line} se sube «{other}».]',
    hint: 'Añade docker push de esta imagen antes de este paso.',
    why: 'Cloud Run descarga la imagen del registro. Si esa etiqueta no se subió, el despliegue falla, o despliega una anterior.',
  },
  en: {
    message: 'No step before pushes the image `{name}` to the registry.[? Line {line} pushes `{other}`.]',
    hint: 'Add a docker push of this image before this step.',
    why: 'Cloud Run pulls the image from the registry. If that tag was never pushed, the deployment fails, or deploys an older one.',
  },
  wrong: [
    '```bash step=build effect=create',
    'docker buildx build --platform=linux/amd64 --push -t example.com/app:1.0.0 .',
    '```',
    '',
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.1 --region="$REGION" --no-allow-unauthenticated',
    '```',
  ],
  right: [
    '```bash step=build effect=create',
    'docker buildx build --platform=linux/amd64 --push -t example.com/app:1.0.0 .',
    '```',
    '',
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
  ],
})
