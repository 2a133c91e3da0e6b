import { Type } from 'typebox'
import { CountyCode, RowId, strict } from '../../platform/http/schemas.ts'

export const OneChild = Type.Object({ county: CountyCode, child: RowId }, strict)
export const ChildId = Type.Object({ child: RowId }, strict)
