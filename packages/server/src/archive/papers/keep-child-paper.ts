import type { Particulars } from '@eduduty/core/archive'
import type { Ctx } from '../../platform/ctx.ts'
import { makePaper, type PaperUnit } from '../uploads/keep-paper.ts'
import type { TakenFile } from '../uploads/take-in.ts'
import type { PaperSubject } from './paper-subject.ts'

export interface ChildPaperFiling {
  readonly county: string
  /** Who keeps it. */
  readonly unit: PaperUnit
  readonly file: TakenFile
  readonly subject: PaperSubject
  /** By which id the subject knows it. */
  readonly paper: string
  readonly particulars: Partial<Particulars>
}

/**
 * Files what belongs to a case of a child, or to a child in care: the file is opened only by who sees cases of the unit, its
 * text is never searched, and nobody changes it or puts it to use for anything else.
 */
export async function keepChildPaper(ctx: Ctx, filing: ChildPaperFiling): Promise<void> {
  const { county, unit, file, subject, paper, particulars } = filing
  await makePaper(ctx, {
    county,
    unit,
    file,
    ofChild: { subject, paper },
    particulars: { ...particulars, personal: 'minors', secrecy: 'sensitive' },
  })
}
