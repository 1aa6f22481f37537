import type { HttpRequest, HttpResponse } from '../../network/network.ts'
import type { World } from '../../world.ts'
import { settle } from '../pubsub/settle.ts'
import { answerFirestore } from './firestore.ts'
import { answerStorage } from './storage.ts'

const APIS: Readonly<Record<string, (world: World, request: HttpRequest) => HttpResponse>> = {
  'storage.googleapis.com': answerStorage,
  'firestore.googleapis.com': answerFirestore,
}

/** Hosts of Google's APIs that answer over HTTP. */
export const API_HOSTS: readonly string[] = Object.keys(APIS)

/** Puts Google's APIs on the network. What is due by the time of a request has happened before it. */
export function listenForApis(world: World): void {
  for (const [host, answer] of Object.entries(APIS))
    world.network.listen(host, async (request) => {
      await settle(world)
      return answer(world, request)
    })
}
