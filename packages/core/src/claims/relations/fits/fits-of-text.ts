import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { repeats } from '../again/repeats.ts'
import type { Question } from '../relation.ts'
import { crossProducts } from './cross-products.ts'
import { fitQuestions } from './fits.ts'
import { smallFits } from './small-fits.ts'
import { subjectLists } from './subject-lists.ts'

/** What numbers that nothing confirms would fit, whatever the text says of them; `proved` are those that something does. */
export const fitting = (prose: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] => [
  ...crossProducts(prose, proved),
  ...fitQuestions(prose, proved),
  ...smallFits(prose, proved),
  ...subjectLists(prose, proved),
  ...repeats(prose, proved),
]
