import type { Submitted } from '#check/files/cloud-build/submitted.ts'
import { ask, type Call, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const nameSubstitutionMissing = defineFinding({
  code: 'NAME_SUBSTITUTION_MISSING',
  severity: 'error',
  allowable: true,
  es: {
    message: '{file} usa {name} en la línea {line}, y ni el archivo ni este comando le dan un valor.',
    hint: 'Añádela a --substitutions, o dale un valor en substitutions de {file}.',
    why: 'Una variable sin valor deja la construcción sin empezar, o la imagen con una etiqueta vacía.',
  },
  en: {
    message: '{file} uses {name} on line {line}, and neither the file nor this command gives it a value.',
    hint: 'Add it to --substitutions, or give it a value under substitutions of {file}.',
    why: 'A variable without a value keeps the build from starting, or leaves the image with an empty tag.',
  },
  wrong: [
    '```yaml file=cloudbuild.yaml',
    'steps:',
    '  - name: gcr.io/cloud-builders/docker',
    "    args: [build, '--tag=europe-west1-docker.pkg.dev/$PROJECT_ID/shop/api:$_TAG', .]",
    'images:',
    '  - europe-west1-docker.pkg.dev/$PROJECT_ID/shop/api:$_TAG',
    '```',
    '',
    '```bash step=build effect=create timeout=15m',
    'gcloud builds submit . --config=cloudbuild.yaml --substitutions=_TAGS=1.0.0',
    '```',
  ],
  right: [
    '```yaml file=cloudbuild.yaml',
    'steps:',
    '  - name: gcr.io/cloud-builders/docker',
    "    args: [build, '--tag=europe-west1-docker.pkg.dev/$PROJECT_ID/shop/api:$_TAG', .]",
    'images:',
    '  - europe-west1-docker.pkg.dev/$PROJECT_ID/shop/api:$_TAG',
    '```',
    '',
    '```bash step=build effect=create timeout=15m',
    'gcloud builds submit . --config=cloudbuild.yaml --substitutions=_TAG=1.0.0',
    '```',
  ],
})

export function missing(call: Call, { given, used, declared, block }: Submitted): Finding[] {
  if (!given) return []
  const word = ask(call, 'submits')?.substitutions.at(-1)?.word
  const place = word ? placeOfWord(call, word) : placeOfCall(call)
  return [...used].flatMap(([name, offset]) => {
    if (given.has(name) || declared.has(name)) return []
    const { line } = placeIn(call.page, block, offset).start
    return [nameSubstitutionMissing.at(place, { name, file: block.path, line })]
  })
}
