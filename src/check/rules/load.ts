import { type Finding, finding } from '#finding/finding.ts'
import { type Call, flagUses, flagValues, hasFlag, isCommand, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** An image for several processors that is to go to the local store, which by default keeps one for one of them (docs.docker.com/build/building/multi-platform). */
export const loadPlatforms: Rule = ({ calls }) =>
  calls.filter((call) => isCommand(call, 'docker', 'build', 'buildx build', 'image build')).flatMap(loadFindings)

function loadFindings(call: Call): Finding[] {
  const platforms = flagValues(call, '--platform').flatMap(({ text }) => text?.split(',') ?? [])
  const [load] = flagUses(call, '--load')
  const word = load && call.words[load.index]?.word
  if (!word || !hasFlag(call, '--load') || new Set(platforms).size < 2) return []
  return [finding('COMMAND_LOAD_PLATFORMS', placeOfWord(call, word), { platforms: platforms.join(', ') })]
}
