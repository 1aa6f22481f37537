import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { declaredSubstitutions, isLoose } from '#formats/cloud-build/build.ts'
import { BUILT_IN } from '#formats/cloud-build/keys.ts'
import { substitutionsIn } from '#formats/cloud-build/substitution.ts'
import { suggest } from '#schema/spelling.ts'
import type { BuildAt } from './at.ts'

export const fileSubstitution = defineFinding({
  code: 'FILE_SUBSTITUTION',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'Nadie da valor a «{found}» en este archivo.',
    hint: 'Declárala en substitutions.[? Quizá querías «{suggestion}».]',
    why: 'Cloud Build rechaza la construcción si una variable no tiene valor.',
  },
  en: {
    message: 'Nobody gives `{found}` a value in this file.',
    hint: 'Declare it under substitutions.[? Did you mean `{suggestion}`?]',
    why: 'Cloud Build refuses the build when a variable has no value.',
  },
  wrong: [
    '```yaml file=cloudbuild.yaml',
    'steps:',
    '  - name: gcr.io/cloud-builders/docker',
    '    args: [build, -t, $_IMAGE, .]',
    '```',
  ],
  right: [
    '```yaml file=cloudbuild.yaml',
    'steps:',
    '  - name: gcr.io/cloud-builders/docker',
    '    args: [build, -t, $_IMAGE, .]',
    'substitutions:',
    '  _IMAGE: app',
    '```',
  ],
})

/** `$_NAME` the file does not declare, and names Cloud Build does not know. Names that a trigger could set are its own. */
export function substitutions({ file, root }: BuildAt): Finding[] {
  const declared = [...declaredSubstitutions(root).keys()]
  const given = file.page.blocks.some(({ text }) => /--substitutions/.test(text))
  if (isLoose(root)) return []
  return substitutionsIn(file.text).flatMap(({ name, start, end }) => {
    if (BUILT_IN.includes(name) || declared.includes(name) || (given && name.startsWith('_'))) return []
    const suggestion = suggest(name, [...declared, ...BUILT_IN])
    return [fileSubstitution.at(file.at(start, end), { found: name, suggestion })]
  })
}
