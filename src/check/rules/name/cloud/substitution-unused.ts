import type { Submitted } from '#check/files/cloud-build/submitted.ts'
import { type Call, placeOfWord } from '#check/page/call.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'

export const nameSubstitutionUnused = defineFinding({
  code: 'NAME_SUBSTITUTION_UNUSED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El comando da un valor a {name}, y {file} no la usa: Cloud Build lo rechaza.',
    hint: 'Quítala, o úsala en {file}.[? Quizá querías {suggestion}.]',
    why: 'Cloud Build no empieza una construcción a la que se le da una variable que su archivo no usa. Suele ser un nombre mal escrito.',
  },
  en: {
    message: 'The command gives {name} a value, and {file} does not use it: Cloud Build refuses that.',
    hint: 'Remove it, or use it in {file}.[? Did you mean {suggestion}?]',
    why: 'Cloud Build does not start a build that is given a variable its file does not use. It is mostly a misspelt name.',
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
    'gcloud builds submit . --config=cloudbuild.yaml --substitutions=_TAG=1.0.0,_REGION=europe-west1',
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

export function unused(call: Call, { given, used, block }: Submitted): Finding[] {
  return [...(given ?? [])].flatMap(([name, { word }]) => {
    if (used.has(name)) return []
    const free = [...used.keys()].filter((other) => !given?.has(other))
    const data = { name, file: block.path, suggestion: suggest(name, free) }
    return [nameSubstitutionUnused.at(placeOfWord(call, word.word), data)]
  })
}
