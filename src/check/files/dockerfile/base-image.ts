/** Official images, and the programs of health checks they do not have. Of images not listed nothing is said. */
const LACKING: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(python|node|debian|ruby|golang|openjdk|rust|php|perl|eclipse-temurin|ubuntu)(:[^@]*slim[^@]*)$/,
    ['curl', 'wget'],
  ],
  [/^(debian|ubuntu)(:|$)/, ['curl', 'wget']],
  [/^(python|node|ruby|golang|alpine|redis|postgres|php|openjdk|docker)(:[^@]*alpine[^@]*)$|^alpine(:|$)/, ['curl']],
  [/^(postgres|redis|mysql|mariadb|mongo)(:\d[\w.]*)?$/, ['curl']],
]

/** Whether an image is known to lack a program. Variables in its tag count as digits. */
export function lacks(image: string, program: string): boolean {
  const name = image.replace(/^(docker\.io\/)?(library\/)?/, '').replaceAll(/\$\{?\w+(:-[^}]*)?\}?/g, '1')
  return LACKING.some(([pattern, programs]) => pattern.test(name) && programs.includes(program))
}
