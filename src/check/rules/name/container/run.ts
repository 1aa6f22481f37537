import { type Call, placeOfCall } from '#check/page/call.ts'

export interface Run {
  name: string
  call: Call
}

export const lineOf = (call: Call) => placeOfCall(call).start.line
