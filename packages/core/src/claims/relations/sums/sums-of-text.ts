import type { Passage } from '../../extract/find-claims.ts'
import type { Question } from '../relation.ts'
import { classifiedLists } from './classified-lists.ts'
import { clearedAway } from './cleared-away.ts'
import { columnsByPlace } from './columns-by-place.ts'
import { countedWholes } from './counted-wholes.ts'
import { enumeratedSums } from './enumerated-sums.ts'
import { gatheredSums } from './gathered-sums.ts'
import { gradeSums } from './grade-sums.ts'
import { inclusivePlaces } from './inclusive-places.ts'
import { incomeAndSpending } from './income-and-spending.ts'
import { interleavedSums } from './interleaved-sums.ts'
import { introducedLists } from './introduced-lists.ts'
import { itemOfItsList } from './item-of-its-list.ts'
import { levelsTogether } from './levels-together.ts'
import { listsAfterShares } from './lists-after-shares.ts'
import { looseSums } from './loose-sums.ts'
import { namedAfterParts } from './named-after-parts.ts'
import { namedTogether } from './named-together.ts'
import { netChanges } from './net-changes.ts'
import { orderQuestions } from './orders.ts'
import { parallelSums } from './parallel-sums.ts'
import { partitions } from './partitions.ts'
import { projectsOfKinds } from './projects-of-kinds.ts'
import { remainders } from './remainders.ts'
import { sectionSums } from './section-sums.ts'
import { signedWith } from './signed-with.ts'
import { spentAndLeft } from './spent-and-left.ts'
import { stocks } from './stocks.ts'
import { sumQuestions } from './sums.ts'
import { wholeByLetters } from './whole-by-letters.ts'
import { wholeLists } from './whole-lists.ts'
import { yearsTogether } from './years-together.ts'

/** Sums that one paragraph, or one cell, says of its own numbers: lists and their totals, what is left, what came and went. */
export const sumsWithin = (passage: Passage): readonly Question[] => [
  ...sumQuestions(passage),
  ...interleavedSums(passage),
  ...looseSums(passage),
  ...orderQuestions(passage),
  ...netChanges(passage),
  ...stocks(passage),
  ...wholeLists(passage),
  ...columnsByPlace(passage),
  ...inclusivePlaces(passage),
  ...namedAfterParts(passage),
  ...itemOfItsList(passage),
  ...incomeAndSpending(passage),
  ...clearedAway(passage),
  ...listsAfterShares(passage),
  ...namedTogether(passage),
  ...projectsOfKinds(passage),
  ...levelsTogether(passage),
]

/** Sums whose total and parts stand in several paragraphs. */
export const sumsAcross = (prose: readonly Passage[]): readonly Question[] => [
  ...enumeratedSums(prose),
  ...introducedLists(prose),
  ...sectionSums(prose),
  ...parallelSums(prose),
  ...gatheredSums(prose),
  ...partitions(prose),
  ...remainders(prose),
  ...countedWholes(prose),
  ...signedWith(prose),
  ...gradeSums(prose),
  ...yearsTogether(prose),
  ...classifiedLists(prose),
  ...spentAndLeft(prose),
  ...wholeByLetters(prose),
]
