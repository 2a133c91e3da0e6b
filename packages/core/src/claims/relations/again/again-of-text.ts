import type { Passage } from '../../extract/find-claims.ts'
import type { Question } from '../relation.ts'
import { allTested } from './all-tested.ts'
import { inOtherUnits } from './in-other-units.ts'
import { restatedQuestions } from './restated.ts'
import { toldAgain } from './told-again.ts'
import { toldTwice } from './told-twice.ts'

/** Numbers that one paragraph, or one cell, tells twice. */
export const toldAgainWithin = (passage: Passage): readonly Question[] => [
  ...toldTwice(passage),
  ...inOtherUnits(passage),
]

/** Numbers that several paragraphs tell. */
export const toldAgainAcross = (prose: readonly Passage[]): readonly Question[] => [
  ...restatedQuestions(prose),
  ...toldAgain(prose),
  ...allTested(prose),
]
