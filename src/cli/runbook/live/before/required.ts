import type { Call } from '#check/page/call.ts'
import { expand, type Scope } from '#check/page/expand.ts'
import { symbolsOf } from '#check/page/symbols.ts'
import type { BashScript } from '#document/bash/model.ts'
import { parseBash } from '#document/bash/read.ts'
import { type Plan, type PlannedStep, plannedSteps } from '#schema/plan.ts'
import { stepText } from '#script/step-text.ts'
import { type Tool, type Tools, toolOf } from '#tools/tool.ts'

/** A program that steps of a plan call on this machine. */
export interface Required {
  name: string
  tool: Tool | undefined
  /** The step that calls it first. */
  step: string
  /** Steps may do without it, or bring it themselves. */
  optional: boolean
  /** A step makes it able to work: it logs in. */
  madeReady: boolean
}

/** The programs that the steps of a plan call on this machine by their names, in order. Other machines have their own. */
export function requiredPrograms(plan: Plan, tools: Tools): Required[] {
  const found = new Map<string, Required>()
  const named = new Set<string>()
  const byHand = new Set<string>()
  const { calls, functions } = readSteps(plan, tools)
  for (const { step, call, isMoved } of calls) {
    const madeReady = isMadeReady(call)
    for (const name of namesOf(call).filter((one) => !functions.has(one))) {
      const known = found.get(name)
      if (known) known.madeReady ||= madeReady
      if (known && !byHand.has(name)) continue
      // A person does such a step wherever the program is.
      if (step.manual) byHand.add(name)
      else byHand.delete(name)
      const optional = step.manual !== undefined || call.command.tested || isMoved || named.has(name)
      const isReady = madeReady || (known?.madeReady ?? false)
      found.set(name, { name, tool: toolOf(name, tools), step: step.id, optional, madeReady: isReady })
    }
    // What installs it names it.
    for (const { text = '' } of call.words) named.add(text.slice(text.lastIndexOf('/') + 1))
  }
  return [...found.values()]
}

interface Called {
  step: PlannedStep
  call: Call
  /** What comes before it changes where programs are looked for. */
  isMoved: boolean
}

/** The calls of all steps on this machine, and the functions they define. */
function readSteps(plan: Plan, tools: Tools): { calls: Called[]; functions: ReadonlySet<string> } {
  let isMoved = false
  const functions = new Set<string>()
  const calls = runSteps(plan).flatMap((step) => {
    const script = parseBash(stepText(step))
    for (const name of script.functions) functions.add(name)
    const own = callsOf(script, tools).map((call) => {
      isMoved ||= call.name === 'source' || call.name === '.'
      return { step, call, isMoved }
    })
    isMoved ||= script.writes.some(({ name }) => name === 'PATH')
    return own
  })
  return { calls, functions }
}

/** Steps that a person does may bring what later ones need. */
const runSteps = (plan: Plan): PlannedStep[] => plannedSteps(plan).filter(({ skip }) => !skip)

/** What it calls by a name that is looked for: no path of what the page made, nothing that only a run can tell. */
const namesOf = ({ prefixes, nameWord }: Call): string[] =>
  [...prefixes.map((prefix) => prefix.nameWord), nameWord].flatMap(({ value }) =>
    value !== undefined && PROGRAM.test(value) ? [value] : [],
  )

const PROGRAM = /^[A-Za-z][\w.+-]*$/

function callsOf({ commands }: BashScript, tools: Tools): Call[] {
  const scope: Scope = { ...NOWHERE, tools, symbols: symbolsOf(), nestedErrors: [] }
  return commands.flatMap((command) => expand(command, scope)).filter(({ where }) => where.length === 0)
}

/** The places of what is found are of no interest here. */
const NOWHERE = {} as Pick<Scope, 'page' | 'block'>

const isMadeReady = ({ traits, path }: Call) => traits.ready?.madeBy.includes(path.join(' ')) ?? false
