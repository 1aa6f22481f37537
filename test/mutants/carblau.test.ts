import { expectCaught } from './expectations.ts'

await expectCaught('carblau', { mutants: 250, static: 0.88, run: 0.94 })
