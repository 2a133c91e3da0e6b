import { type Static, Type } from 'typebox'
import { Basis, Id, Verified } from './basis.ts'

/** The words around the tasks of a pledge; {责任方}, {签发方} and {年度} stand for who signs with whom, and for which year. */
export const PledgeText = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    preamble: Type.String({ minLength: 1 }),
    closing: Type.String({ minLength: 1 }),
    basis: Type.Optional(Basis),
    verified: Type.Optional(Verified),
  },
  { additionalProperties: false },
)
export type PledgeText = Static<typeof PledgeText>
