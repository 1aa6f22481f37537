import { spawn } from 'node:child_process'
import { quoteForBash } from '#fixture/bash-state.ts'
import { enter } from '#fixture/docker/container.ts'
import type { DockerShell } from '#fixture/docker.ts'
import { OURS } from './laptop-project.ts'
import { type LiveProcess, watch } from './live-process.ts'

/** Programs here come before those of the laptop. */
export const SHIMS = '/tmp/shims'

export interface Typed {
  /** What follows `runbook`. */
  args: readonly string[]
  environment: Readonly<Record<string, string>>
  directory: string
}

/** Runs a runbook in a terminal of its own on the laptop of a machine, as its operator: what is written to it is typed. */
export function typeOnLaptop(
  { machine }: Pick<DockerShell, 'machine'>,
  { args, environment, directory }: Typed,
): LiveProcess {
  const variables = Object.entries(environment).map(([name, value]) => `export ${name}=${quoteForBash(value)}`)
  const own = [...variables, `export PATH=${SHIMS}:$PATH SHELL=/bin/bash`, 'stty cols 120']
  const line = [...own, [OURS, 'runbook', ...args.map(quoteForBash), '--lang', 'en'].join(' ')].join('; ')
  const terminal = ['script', '--quiet', '--return', '--echo', 'always', '--command']
  const words = [...terminal, `bash --login -c ${quoteForBash(line)}`, '/dev/null']
  const child = spawn('docker', ['exec', ...enter(machine, { user: 'operator', directory }), ...words], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  return watch(child)
}

/** Bash that puts a program in the way of another: it waits or fails once where that was said of a word among its own. */
export const shim = (name: string): string => `mkdir -p ${SHIMS}
cat > ${SHIMS}/${name} <<'END'
#!/bin/bash
for word; do
  if [ -e "${SHIMS}/wait ${name} $word" ]; then
    rm "${SHIMS}/wait ${name} $word"
    echo "${name} $word waits" >&2
    sleep 600
  fi
  if [ -e "${SHIMS}/fail ${name} $word" ]; then
    rm "${SHIMS}/fail ${name} $word"
    echo "error: ${name} $word fails once" >&2
    exit 1
  fi
done
PATH=\${PATH#${SHIMS}:}
exec ${name} "$@"
END
chmod +x ${SHIMS}/${name}`

/** Bash that has it fail the next time. */
export const fail = (name: string, word: string): string => `touch "${SHIMS}/fail ${name} ${word}"`

/** Bash that has it wait the next time, for longer than anybody does. */
export const stall = (name: string, word: string): string => `touch "${SHIMS}/wait ${name} ${word}"`
