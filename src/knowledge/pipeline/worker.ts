// A thread that checks the pages it is handed, one lot after another.
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

// A thread knows nothing of the cache of the process it is in.
if (typeof workerData === 'string') enableCompileCache(workerData)
const { checkGroups } = await import('./group.ts')
parentPort?.on('message', async (groups: string[][]) => parentPort?.postMessage(await checkGroups(groups)))
