import { expectCaught } from './expectations.ts'

await expectCaught('carblau', { mutants: 250, static: 0.9, run: 0.95 })
