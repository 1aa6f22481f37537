import type { Finding } from '#finding/finding.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { PageFile } from '../page-file.ts'
import { fileDockerfileArgument } from './argument.ts'

/** Flags each instruction takes (docs.docker.com/reference/dockerfile). */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  FROM: ['platform'],
  RUN: ['mount', 'network', 'security', 'device'],
  COPY: ['from', 'chown', 'chmod', 'link', 'parents', 'exclude'],
  ADD: ['checksum', 'chown', 'chmod', 'link', 'keep-git-dir', 'exclude', 'unpack'],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'],
}

/** Flags an instruction does not have: the build stops at the first. */
export function flagFindings(file: PageFile, { keyword, flags }: DockerInstruction): Finding[] {
  const known = FLAGS[keyword]
  if (!known) return []
  return flags
    .filter(({ name }) => !known.includes(name))
    .map(({ name, start, end }) => {
      const has = known.map((flag) => `--${flag}`).join(', ')
      const data = {
        keyword,
        reasonEs: `no tiene la opción --${name}; tiene ${has}`,
        reasonEn: `has no flag --${name}; it has ${has}`,
      }
      return fileDockerfileArgument.at(file.at(start, end), data)
    })
}
