import { type Static, Type } from 'typebox'
import { Basis, Id, Verified } from './basis.ts'

/**
 * When lights of tasks turn, as a county is offered it for its year. `soon_days`: days before a task is due; `silent_days`:
 * days without word of it. Both are calendar days.
 */
export const LightDays = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    soon_days: Type.Integer({ minimum: 1, maximum: 180 }),
    silent_days: Type.Integer({ minimum: 1, maximum: 366 }),
    basis: Basis,
    verified: Verified,
  },
  { additionalProperties: false },
)
export type LightDays = Static<typeof LightDays>
