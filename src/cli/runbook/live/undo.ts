import { EXIT, StopError } from '#finding/error.ts'
import type { RunIdentity } from '#schema/journal.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { RunbookOptions } from '../options.ts'

/** The options of the live run that undoes another: the procedure that does, with the same inputs. Stops where none does. */
export function undoOptions(
  { run, procedure, inputs, directory }: RunIdentity,
  { script, options }: { script: RunbookScript; options: RunbookOptions },
): RunbookOptions {
  const undone = script.procedures.find(({ id }) => id === procedure)
  if (undone?.undo === undefined) throw nothingUndoes(run, undone)
  return {
    ...options,
    resume: undefined,
    selection: { procedure: undone.undo },
    directory,
    journal: inputs,
    undoes: run,
  }
}

function nothingUndoes(run: string, procedure: RunbookScript['procedures'][number] | undefined): StopError {
  const why = procedure?.irreversible
  const hint = why ?? {
    es: `La página no dice qué procedimiento lo deshace.`,
    en: 'The page does not say which procedure undoes it.',
  }
  return new StopError(
    EXIT.usage,
    { es: `Nada deshace la ejecución ${run}.`, en: `Nothing undoes the run ${run}.` },
    { hint },
  )
}
