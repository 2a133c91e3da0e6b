import { Type } from 'typebox'
import { CountyCode, RowId, strict } from '../../platform/http/schemas.ts'

export const OneDraft = Type.Object({ county: CountyCode, draft: RowId }, strict)
export const writing = { access: { verb: 'packs.draft' } } as const
