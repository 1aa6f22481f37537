/** A Compose file, and where what is wrong with it is found: `line:column CODE`, its first line being 2. */
export interface ComposeExample {
  text: string
  findings: readonly string[]
  /** What Compose itself lets pass; the engine refuses it when the service starts. */
  byEngine?: true
}

const service = (...lines: string[]) =>
  ['services:', '  api:', '    image: a:1', ...lines.map((line) => `    ${line}`)].join('\n')
const right = (...lines: string[]): ComposeExample => ({ text: service(...lines), findings: [] })
const wrong = (line: string, ...findings: string[]): ComposeExample => ({ text: service(line), findings })

/** What the real `docker compose config` takes and refuses, and the checks without a run with it. */
export const COMPOSE_CORPUS: Readonly<Record<string, ComposeExample>> = {
  durations: right('stop_grace_period: 1m30s', 'healthcheck: { test: [CMD, "true"], interval: 1.5s, timeout: 500ms }'),
  'a duration in words': wrong('healthcheck: { test: [CMD, "true"], interval: 10 sec }', '5:51 FILE_COMPOSE_VALUE'),
  'a duration without a unit': wrong('stop_grace_period: "30"', '5:24 FILE_COMPOSE_VALUE'),
  sizes: right('mem_limit: 512m', 'shm_size: 1.5gb', 'memswap_limit: -1', 'mem_reservation: 64 MiB'),
  'a size of no unit there is': wrong('mem_limit: 512QB', '5:16 FILE_COMPOSE_VALUE'),
  'a size of a deployment': wrong('deploy: { resources: { limits: { memory: 1Z } } }', '5:46 FILE_COMPOSE_VALUE'),
  'a part of a processor': right('deploy: { resources: { limits: { cpus: "0.5", memory: 1g } } }'),
  'a part of a processor in words': wrong(
    'deploy: { resources: { limits: { cpus: half } } }',
    '5:44 FILE_COMPOSE_VALUE',
  ),
  ports: right(
    'ports: ["80", 8080, "8000:80", "127.0.0.1:8001:80/tcp", "9000-9001:9000-9001", "[::1]:8002:80", "53:53/udp"]',
  ),
  'a port without number on the host': right('ports: ["127.0.0.1::80"]'),
  'a port beyond the last': wrong('ports: ["99999:80"]', '5:13 FILE_COMPOSE_VALUE'),
  'a port of four parts': wrong('ports: ["80:80:80:80"]', '5:13 FILE_COMPOSE_VALUE'),
  'a port of no protocol there is': wrong('ports: ["80:80/http"]', '5:13 FILE_COMPOSE_VALUE'),
  'a port by name': wrong('ports: ["http:80"]', '5:13 FILE_COMPOSE_VALUE'),
  'a variable for a port': right('ports: ["${PORT:-8000}:80"]'),
  'variables and dollars': right('command: echo $$HOME $NAME ${NAME} ${NAME:-x} ${A:-${B:-c}} ${A+b}'),
  'a variable that is not closed': wrong('command: echo ${NAME', '5:14 FILE_COMPOSE_VALUE'),
  'a default that is not closed': wrong('command: echo ${NAME:-x', '5:14 FILE_COMPOSE_VALUE'),
  'a variable without a name': wrong('command: echo ${1}', '5:14 FILE_COMPOSE_VALUE'),
  "what is the shell's": right('command: sh -c "echo $(date) | awk {print$1} $${NAME"'),
  'restart policies': right('restart: "no"', 'hostname: x'),
  'a restart policy with a limit': right('restart: on-failure:3'),
  'a restart policy there is not': { ...wrong('restart: sometimes', '5:14 FILE_COMPOSE_VALUE'), byEngine: true },
  'the network of the host': right('network_mode: host'),
  'two networks of which one excludes the other': {
    text: service('network_mode: host', 'networks: [default]'),
    findings: ['6:5 FILE_COMPOSE_NETWORKS'],
  },
  'the network of a service': {
    text: `${service('network_mode: service:db')}\n  db: { image: b:1 }`,
    findings: [],
  },
  'the network of a service there is not': wrong('network_mode: service:db', '5:19 FILE_COMPOSE_UNDECLARED'),
  'a base there is not': {
    text: 'services:\n  api:\n    extends: { service: base }',
    findings: ['4:25 FILE_COMPOSE_UNDECLARED'],
  },
  'a base': { text: 'services:\n  api:\n    extends: { service: base }\n  base: { image: b:1 }', findings: [] },
  'services that need each other': {
    text: 'services:\n  a: { image: a:1, depends_on: [b] }\n  b: { image: b:1, depends_on: [c] }\n  c: { image: c:1, depends_on: [b] }',
    findings: ['4:20 FILE_COMPOSE_CIRCLE'],
  },
  'services in a row': {
    text: 'services:\n  a: { image: a:1, depends_on: [b, c] }\n  b: { image: b:1, depends_on: [c] }\n  c: { image: c:1 }',
    findings: [],
  },
  'a service that needs itself': {
    text: 'services:\n  a: { image: a:1, depends_on: [a] }',
    findings: ['3:20 FILE_COMPOSE_CIRCLE'],
  },
  'a service there is not': wrong('depends_on: [db]', '5:18 FILE_COMPOSE_UNDECLARED'),
  'a volume nobody declares': wrong('volumes: ["data:/data"]', '5:15 FILE_COMPOSE_UNDECLARED'),
  'no image': { text: 'services:\n  api: { command: x }', findings: ['3:3 FILE_COMPOSE_IMAGELESS'] },
  'a key there is not': wrong('port: ["80:80"]', '5:5 FILE_COMPOSE_KEY'),
}
