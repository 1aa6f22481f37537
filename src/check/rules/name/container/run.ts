import { type Call, placeOfCall } from '#check/page/call.ts'
import type { ContainerRun } from '#tools/facts/containers.ts'

export interface Run {
  name: string
  call: Call
  container: ContainerRun
}

export const lineOf = (call: Call) => placeOfCall(call).start.line
