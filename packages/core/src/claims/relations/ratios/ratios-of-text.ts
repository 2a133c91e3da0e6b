import type { Passage } from '../../extract/find-claims.ts'
import type { Question } from '../relation.ts'
import { atARate } from './at-a-rate.ts'
import { averageQuestions } from './averages.ts'
import { classSizes } from './class-sizes.ts'
import { eachOfUnit } from './each-of-unit.ts'
import { forEachPost } from './for-each-post.ts'
import { headsOfSentence } from './heads-of-sentence.ts'
import { madeOfTwo } from './made-of-two.ts'
import { moreToEach } from './more-to-each.ts'
import { multiples } from './multiples.ts'
import { namedRatios } from './named-ratios.ts'
import { namedSidesRatio } from './named-sides-ratio.ts'
import { oneToOne } from './one-to-one.ts'
import { ownAverages } from './own-averages.ts'
import { postsByRatio } from './posts-by-ratio.ts'
import { rateByDays } from './rate-by-days.ts'
import { sharedOut } from './shared-out.ts'
import { unitCosts } from './unit-costs.ts'
import { yearlyAverages } from './yearly-averages.ts'

/** So much for each, so many to one, so many times as much: what one paragraph, or one cell, says of its own numbers. */
export const ratiosWithin = (passage: Passage): readonly Question[] => [
  ...averageQuestions(passage),
  ...yearlyAverages(passage),
  ...multiples(passage),
  ...eachOfUnit(passage),
  ...madeOfTwo(passage),
  ...forEachPost(passage),
  ...headsOfSentence(passage),
  ...postsByRatio(passage),
  ...namedSidesRatio(passage),
  ...rateByDays(passage),
  ...sharedOut(passage),
  ...atARate(passage),
  ...oneToOne(passage),
  ...moreToEach(passage),
  ...classSizes(passage),
]

/** Averages, ratios and costs of what several paragraphs tell. */
export const ratiosAcross = (prose: readonly Passage[]): readonly Question[] => [
  ...namedRatios(prose),
  ...ownAverages(prose),
  ...unitCosts(prose),
]
