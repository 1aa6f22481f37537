import { expectCaught } from './expectations.ts'

await expectCaught('octavios', { mutants: 230, static: 0.55, embedded: 0.55 })
