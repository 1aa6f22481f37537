import { expectCaught } from './expectations.ts'

await expectCaught('maravia', { mutants: 230, static: 0.88, run: 0.98 })
