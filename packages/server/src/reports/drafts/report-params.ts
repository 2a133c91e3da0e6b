import { Type } from 'typebox'
import { CountyCode, RowId, strict } from '../../platform/http/schemas.ts'

export const OneReport = Type.Object({ county: CountyCode, report: RowId }, strict)
export const OneVersion = Type.Object({ ...OneReport.properties, version: Type.Integer({ minimum: 1 }) }, strict)
