import { LedgerKind } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { CountyCode, strict } from '../../platform/http/schemas.ts'

export const Year = Type.Integer({ minimum: 2000, maximum: 2999, description: '年度（学年取起始年）' })
export const OneLedger = Type.Object({ county: CountyCode, year: Year, ledger: LedgerKind }, strict)
