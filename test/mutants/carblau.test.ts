import { expectCaught } from './expectations.ts'

await expectCaught('carblau', { mutants: 250, static: 0.7, embedded: 0.91 })
