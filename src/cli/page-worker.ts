// A thread that checks its share of the pages.
import { parentPort, workerData } from 'node:worker_threads'
import { checkGroups } from './page-group.ts'

parentPort?.postMessage(await checkGroups(workerData as string[][]))
