const BELOW_CLI = [
  'schema',
  'finding',
  'document',
  'tools',
  'formats',
  'check',
  'script',
  'run',
  'emulators',
  'fixture',
  'catalogue',
  'variation',
  'report',
  'service',
  'knowledge',
]

// The rooms of the source tree and what each may import (docs: CONTRIBUTING.md).
const ROOMS = {
  schema: [],
  finding: ['schema'],
  document: ['schema', 'finding', 'formats'],
  tools: ['schema'],
  formats: ['schema'],
  check: ['schema', 'finding', 'document', 'tools', 'formats'],
  script: ['schema', 'finding', 'document'],
  run: ['schema', 'finding'],
  emulators: ['schema', 'tools', 'formats'],
  fixture: ['schema', 'finding', 'run', 'emulators'],
  variation: ['schema', 'finding', 'script', 'run', 'fixture'],
  catalogue: ['schema', 'finding', 'document', 'check', 'script', 'run', 'service'],
  service: ['schema', 'finding', 'formats', 'check'],
  report: ['schema', 'finding', 'catalogue'],
  knowledge: ['schema', 'finding', 'document', 'tools', 'formats', 'check', 'script', 'run', 'catalogue', 'report'],
  site: ['schema', 'document', 'report', 'service'],
  cli: [...BELOW_CLI],
  maintain: [...BELOW_CLI, 'cli'],
}

const roomRules = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `room-${room}`,
  comment: `src/${room} may import only: ${allowed.join(', ') || 'packages'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|scripts|runbooks|test)/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}))

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...roomRules,
    {
      name: 'only-fixture-knows-shells',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/fixture/' },
      to: { path: '(^|node_modules/)(zx|just-bash)(/|$)' },
    },
    {
      name: 'scripts-are-thin',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^src/', pathNot: '^src/(cli|maintain)/' },
    },
    {
      name: 'runbooks-are-data',
      severity: 'error',
      from: { path: '^runbooks/' },
      to: { path: '^src/', pathNot: '^src/schema/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
}
