import { composeServices } from '#check/files/compose/shown.ts'
import { pageRule } from '#check/rule.ts'
import { fileLogOption, logOptions } from '#check/rules/file/log-option.ts'
import { namePortTaken, sharedPort } from '../port/taken.ts'
import { nameImageUnused, unusedImage } from './image-unused.ts'
import { nameComposeService, serviceNames } from './service.ts'

/** What the compose files of a page and its commands say of each other. */
export const compose = pageRule([fileLogOption, namePortTaken, nameImageUnused, nameComposeService], (facts) => {
  const services = composeServices(facts.page)
  return [
    ...services.flatMap(logOptions),
    ...services.flatMap((service) => sharedPort(service, services)),
    ...facts.calls.flatMap((call) => unusedImage(facts, call, services)),
    ...serviceNames(facts, services),
  ]
})
