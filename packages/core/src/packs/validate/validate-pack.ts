import type { PackSource } from '../parse-pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Pack } from '../schema/pack.ts'
import { validateCalendars } from './validate-calendars.ts'
import { validateCare } from './validate-care.ts'
import { validateCasework } from './validate-casework.ts'
import { validateContent } from './validate-content.ts'
import { validateCounts } from './validate-counts.ts'
import { validateDerivations } from './validate-derivations.ts'
import { validateDuties } from './validate-duties.ts'
import { validateGatherings } from './validate-gatherings.ts'
import { validateMatches } from './validate-matches.ts'
import { validateNames } from './validate-names.ts'
import { validateOutliers } from './validate-outliers.ts'
import { validatePapers } from './validate-papers.ts'
import { validateParameters } from './validate-parameters.ts'
import { validatePeriodic } from './validate-periodic.ts'
import { validateRatings } from './validate-ratings.ts'
import { validateReferences } from './validate-references.ts'
import { validateRisks } from './validate-risks.ts'
import { validateStatistics } from './validate-statistics.ts'

/** Everything that can be wrong with a pack as it is written; whether its formulas can be read is checked elsewhere. */
export function validatePack(pack: Pack, source: PackSource): PackProblem[] {
  const notes = { problems: [], source }
  validateNames(pack, notes)
  validateReferences(pack, notes)
  validateRatings(pack, notes)
  validateOutliers(pack, notes)
  validateDerivations(pack, notes)
  validateCounts(pack, notes)
  validateGatherings(pack, notes)
  validateParameters(pack, notes)
  validateStatistics(pack, notes)
  validateContent(pack, notes)
  validateDuties(pack, notes)
  validateCalendars(pack, notes)
  validateMatches(pack, notes)
  validateRisks(pack, notes)
  validatePeriodic(pack, notes)
  validateCasework(pack, notes)
  validatePapers(pack, notes)
  validateCare(pack, notes)
  return notes.problems
}
