import { expectCaught } from './expectations.ts'

await expectCaught('carblau', { mutants: 250, static: 0.95, run: 0.98 })
