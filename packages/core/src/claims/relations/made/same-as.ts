import type { Claim } from '../../extract/claim.ts'
import { significantDigits } from '../../numbers/value-range.ts'
import { input, type Relation } from '../relation.ts'

/** The same quantity told before: one value. */
export const sameAs = (claim: Claim, earlier: Claim): Relation => ({
  kind: 'same',
  tie: claim.passage === earlier.passage ? 'possible' : 'likely',
  target: claim,
  inputs: [earlier],
  compute: (inputs) => input(inputs, 0),
  words: ([other]) => `前文同一项目为 ${other}`,
})

/** 30.00万元 and 10.00万元 are round, for all their digits: that but one of them differs says nothing. */
export const isTelling = ({ token }: Claim): boolean =>
  !token.literal.includes('.') || significantDigits(token.literal) >= 2
