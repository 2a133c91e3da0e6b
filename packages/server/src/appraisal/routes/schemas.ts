import { type Static, Type } from 'typebox'
import { CountyCode, RowId, strict } from '../../platform/http/schemas.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'

export const read = { access: { verb: 'appraisal.read' } } as const
export const plan = { access: { verb: 'appraisal.plan' } } as const
export const selfRate = { access: { verb: 'appraisal.self_rate' } } as const
export const rate = { access: { verb: 'appraisal.rate' } } as const
export const conclude = { access: { verb: 'appraisal.conclude' } } as const
export const decide = { access: { verb: 'appraisal.decide' } } as const

export const ItemId = Type.String({ minLength: 1, maxLength: 128 })
export const OneAppraisal = Type.Object({ county: CountyCode, appraisal: RowId }, strict)
export const OneItem = Type.Object({ county: CountyCode, appraisal: RowId, item: ItemId }, strict)
export const OneAdjustment = Type.Object({ county: CountyCode, appraisal: RowId, adjustment: RowId }, strict)
export const OneOutcome = Type.Object({ county: CountyCode, appraisal: RowId, outcome: RowId }, strict)
export const OneAppeal = Type.Object({ county: CountyCode, appraisal: RowId, appeal: RowId }, strict)

export const keyOf = ({ county, appraisal }: Static<typeof OneAppraisal>): AppraisalKey => ({
  county,
  appraisalId: appraisal,
})
