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

/** The program a health check asks by, if images are known to lack it. */
export const healthProgramOf = (test: string): string | undefined => /\b(curl|wget)\b/.exec(test)?.[1]

/** Whether an image is known to lack a program of health checks. Variables in its tag count as digits. */
export function imageLacks(image: string, program: string): boolean {
  const name = image.replace(/^(docker\.io\/)?(library\/)?/, '').replaceAll(/\$\{?\w+(:-[^}]*)?\}?/g, '1')
  return LACKING.some(([pattern, programs]) => pattern.test(name) && programs.includes(program))
}

/** Programs that small base images do not have, by the end of their tag (their Dockerfiles on hub.docker.com). */
const MISSING: readonly { base: RegExp; programs: readonly string[] }[] = [
  { base: /distroless|^scratch$/, programs: ['sh', 'bash', 'curl', 'wget', 'ls', 'ps', 'cat'] },
  { base: /alpine/, programs: ['bash', 'curl', 'jq', 'git'] },
  {
    base: /slim|^(debian|ubuntu)\b/,
    programs: ['curl', 'wget', 'ps', 'ping', 'nc', 'jq', 'git', 'vim', 'nano', 'less', 'htop'],
  },
]

/** Whether images built on a base lack a program unless they install it. */
export const baseLacks = (base: string, program: string): boolean =>
  MISSING.find((one) => one.base.test(base))?.programs.includes(program) ?? false

/** Whether an image is one of a public registry that everybody uses, and not one of a page's own. */
export const isWellKnownImage = (image: string): boolean =>
  /^(postgres|redis|mongo|mysql|nginx|python|node|busybox|alpine|ubuntu|debian)\b/.test(image)

/** Whether an image is a well-known one that brings no health check of its own. */
export const hasNoHealthCheck = (image: string): boolean =>
  /^(docker\.io\/)?(library\/)?(postgres|redis|mysql|mariadb|mongo|nginx|python|node|rabbitmq)(:|$)/.test(image)
