import { expectCaught } from './expectations.ts'

await expectCaught('churn-api', { mutants: 230, static: 0.9, run: 0.98 })
