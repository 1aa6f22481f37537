import { expectCaught } from './expectations.ts'

await expectCaught('octavios', { mutants: 230, static: 0.55, run: 0.55 })
