import { expectCaught } from './expectations.ts'

await expectCaught('octavios', { mutants: 230, static: 0.81, run: 0.95 })
