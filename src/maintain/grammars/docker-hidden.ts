import type { Flag } from '#tools/match/model.ts'
import { readFlags } from '#tools/match/table.ts'

const BUILD = `--compress --isolation=KIND --cpu-period=N --cpu-quota=N -c,--cpu-shares=N --cpuset-cpus=SET
  --cpuset-mems=SET -m,--memory=SIZE --memory-swap=SIZE --security-opt=OPTION --squash --force-rm --rm`

/** Flags docker takes and its help leaves out or cannot be read for: asked of Docker 26.1, Compose 2.26 and Buildx 0.13. */
const HIDDEN: Readonly<Record<string, string>> = {
  run: '--net=NETWORK',
  create: '--net=NETWORK',
  'container run': '--net=NETWORK',
  'container create': '--net=NETWORK',
  build: BUILD,
  'buildx build': BUILD,
  'image build': BUILD,
  compose: '!-v,--version --verbose --workdir=PATH --no-ansi',
  'compose exec': '-i,--interactive -t,--tty',
  'compose run': '-t,--tty',
  'compose rm': '-a,--all',
  'compose build': '--compress --force-rm --no-rm --parallel',
  'compose pull': '--parallel --no-parallel',
  'compose cp': '--all',
}

/** The hidden flags of the command of a path. */
export const hiddenFlags = (path: readonly string[]): Flag[] =>
  readFlags(HIDDEN[path.join(' ')] ?? '').map((flag) => ({
    ...flag,
    ...(flag.names.includes('--net') && { repeated: true }),
    hidden: true,
  }))
