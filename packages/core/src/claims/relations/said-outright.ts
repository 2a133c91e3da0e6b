import type { Passage } from '../extract/find-claims.ts'
import { allTested } from './all-tested.ts'
import { atARate } from './at-a-rate.ts'
import { balances } from './balances.ts'
import { bothStages } from './both-stages.ts'
import { classSizes } from './class-sizes.ts'
import { doneAndLeft } from './done-and-left.ts'
import { enrolmentRates } from './enrolment-rates.ts'
import { levelsTogether } from './levels-together.ts'
import { moreToEach } from './more-to-each.ts'
import { namedTogether } from './named-together.ts'
import { oneToOne } from './one-to-one.ts'
import { projectsOfKinds } from './projects-of-kinds.ts'
import type { Question } from './relation.ts'
import { scoreRates } from './score-rates.ts'
import { sharedOut } from './shared-out.ts'
import { unitCosts } from './unit-costs.ts'
import { wholeByLetters } from './whole-by-letters.ts'

/** What a paragraph says in so many words of how some of its numbers make another. */
export const saidOutright = (passage: Passage): readonly Question[] => [
  ...sharedOut(passage),
  ...atARate(passage),
  ...doneAndLeft(passage),
  ...oneToOne(passage),
  ...namedTogether(passage),
  ...balances(passage),
  ...projectsOfKinds(passage),
  ...scoreRates(passage),
  ...moreToEach(passage),
  ...levelsTogether(passage),
  ...enrolmentRates(passage),
  ...classSizes(passage),
]

/** The same of numbers that a report names in several paragraphs. */
export const namedOutright = (prose: readonly Passage[]): readonly Question[] => [
  ...unitCosts(prose),
  ...wholeByLetters(prose),
  ...allTested(prose),
  ...bothStages(prose),
]
