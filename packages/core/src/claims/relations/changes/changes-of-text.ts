import type { Passage } from '../../extract/find-claims.ts'
import type { Question } from '../relation.ts'
import { changesApart } from './changes-apart.ts'
import { changesOfParts } from './changes-of-parts.ts'
import { fromBase } from './from-base.ts'
import { gapsOf } from './gaps.ts'
import { growthQuestions } from './growth.ts'
import { namedBases } from './named-bases.ts'
import { pointsApart } from './points-apart.ts'
import { yearPairs } from './year-pairs.ts'

/** How much more or less than before, or than another, one paragraph, or one cell, says a number to be. */
export const changesWithin = (passage: Passage): readonly Question[] => [
  ...growthQuestions(passage),
  ...gapsOf(passage),
  ...namedBases(passage),
  ...pointsApart(passage),
  ...changesApart(passage),
  ...changesOfParts(passage),
  ...yearPairs(passage),
]

/** Changes from what another paragraph tells. */
export const changesAcross = (prose: readonly Passage[]): readonly Question[] => [...fromBase(prose)]
