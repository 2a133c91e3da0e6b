import { validateDocuments } from '@eduduty/core/documents'
import { overlayProblems, proveOverlay, validateFormulas } from '@eduduty/core/evaluation'
import { type Pack, type PackProblem, type PackSource, validatePack } from '@eduduty/core/packs'
import type { LoadedPack, PackReading } from './pack-reading.ts'

/** Everything wrong or doubtful in a pack that could be read: names, references, parameters, formulas, forms, what it relaxes. */
export function findMistakes(reading: PackReading, loaded: LoadedPack): PackProblem[] {
  const mistakes = inContent(loaded.pack, reading.source)
  const isReadable = !mistakes.some((problem) => !problem.warning)
  const proof = isReadable && loaded.tailored !== undefined ? proveOverlay(loaded.tailored.tailoring) : []
  return [...reading.problems, ...mistakes, ...overlayProblems(proof)]
}

/** Formulas are read only where the names they stand on are right. */
function inContent(pack: Pack, source: PackSource): PackProblem[] {
  const names = validatePack(pack, source)
  return names.some((problem) => !problem.warning)
    ? names
    : [...names, ...validateFormulas(pack, source), ...validateDocuments(pack, source)]
}
