import type { Particulars } from '@eduduty/core/archive'
import type { Ctx } from '../../platform/ctx.ts'
import { makePaper, type PaperUnit } from '../uploads/keep-paper.ts'
import type { TakenFile } from '../uploads/take-in.ts'

export interface CasePaperFiling {
  readonly county: string
  /** Who keeps it. */
  readonly unit: PaperUnit
  readonly file: TakenFile
  /** Of a child in care: its id. */
  readonly case: string
  readonly isOfCare?: boolean
  /** By which id the case knows it. */
  readonly paper: string
  readonly particulars: Partial<Particulars>
}

/**
 * Files what belongs to a case of a child, or to a child in care: the file is opened only by who sees cases of the unit, its text is never
 * searched, and nobody changes it or puts it to use for anything else.
 */
export async function keepCasePaper(ctx: Ctx, filing: CasePaperFiling): Promise<void> {
  const { county, unit, file, particulars, isOfCare = false } = filing
  await makePaper(ctx, {
    county,
    unit,
    file,
    ofCase: { case: filing.case, paper: filing.paper, isOfCare },
    particulars: { ...particulars, personal: 'minors', secrecy: 'sensitive' },
  })
}
