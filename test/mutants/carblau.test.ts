import { expectCaught } from './expectations.ts'

await expectCaught('carblau', { mutants: 250, static: 0.7, run: 0.91 })
