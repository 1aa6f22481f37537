import {
  type Destination,
  type DestinationVariables,
  destinations,
  hosts,
  imageDestinations,
} from '../facts/destination.ts'
import { type CommandLine, flagValues, type LineWord, positionals } from '../match/line.ts'

/** docs.docker.com/reference/cli/docker, "Environment variables". */
export const VARIABLES: DestinationVariables = {
  DOCKER_HOST: 'host',
  DOCKER_CONTEXT: 'context',
  DOCKER_CONFIG: 'context',
}

/** The engine a command is for, or later ones are; and the projects of images in Google's registries. */
export function destinationsOf(line: CommandLine): readonly Destination[] {
  const { canonical } = line.match ?? {}
  const used = canonical === 'context use' ? positionals(line).slice(0, 1) : []
  return [
    ...hosts(flagValues(line, '--host').filter(isRemote)),
    ...destinations('context', [...flagValues(line, '--context', '--config'), ...used]),
    ...(canonical === 'push' ? imageDestinations(positionals(line)) : []),
  ]
}

/** A socket is of this machine. */
const isRemote = ({ text }: LineWord) => !text?.startsWith('unix://')
