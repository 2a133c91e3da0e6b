import type { Passage } from '../../extract/find-claims.ts'
import type { Question } from '../relation.ts'
import { acrossParagraphs } from './across-paragraphs.ts'
import { bothShares } from './both-shares.ts'
import { doneAndLeft } from './done-and-left.ts'
import { enrolmentRates } from './enrolment-rates.ts'
import { gradeShares } from './grade-shares.ts'
import { jointShares } from './joint-shares.ts'
import { namedShares } from './named-shares.ts'
import { partsByRate } from './parts-by-rate.ts'
import { planShares } from './plan-shares.ts'
import { rateBounds } from './rate-bounds.ts'
import { rateOfBegun } from './rate-of-begun.ts'
import { runningWholes } from './running-wholes.ts'
import { scoreRates } from './score-rates.ts'
import { shareQuestions } from './shares.ts'
import { sharesAmong } from './shares-among.ts'
import { sharesOfRuns } from './shares-of-runs.ts'
import { splitShares } from './split-shares.ts'
import { unlikeShares } from './unlike-shares.ts'

/** Shares and rates of one paragraph, or one cell, and what they are of. */
export const sharesWithin = (passage: Passage): readonly Question[] => [
  ...jointShares(passage),
  ...shareQuestions(passage),
  ...unlikeShares(passage),
  ...namedShares(passage),
  ...sharesAmong(passage),
  ...bothShares(passage),
  ...sharesOfRuns(passage),
  ...partsByRate(passage),
  ...splitShares(passage),
  ...rateBounds(passage),
  ...rateOfBegun(passage),
  ...gradeShares(passage),
  ...doneAndLeft(passage),
  ...scoreRates(passage),
  ...enrolmentRates(passage),
]

/** Shares of what another paragraph tells. */
export const sharesAcross = (prose: readonly Passage[]): readonly Question[] => [
  ...planShares(prose),
  ...runningWholes(prose),
  ...acrossParagraphs(prose),
]
