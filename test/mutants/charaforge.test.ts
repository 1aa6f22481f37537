import { expectCaught } from './expectations.ts'

await expectCaught('charaforge', { mutants: 230, static: 0.91, run: 0.98 })
