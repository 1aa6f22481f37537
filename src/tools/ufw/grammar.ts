import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'ufw',
  version: '0.36.2',
  source: 'ufw(8)',
  everywhere: '!--version !-h,--help --dry-run --force',
  commands: {
    enable: {},
    disable: {},
    reload: {},
    reset: {},
    status: { operands: '[verbose|numbered]' },
    show: { operands: 'REPORT' },
    version: {},
    default: { operands: 'POLICY [DIRECTION]' },
    logging: { operands: 'LEVEL' },
    allow: { operands: 'RULE...' },
    deny: { operands: 'RULE...' },
    reject: { operands: 'RULE...' },
    limit: { operands: 'RULE...' },
    delete: { operands: 'RULE...' },
    insert: { operands: 'NUMBER RULE...' },
    prepend: { operands: 'RULE...' },
    route: { operands: 'RULE...' },
    app: { operands: 'ACTION [PROFILE]' },
  },
})
