import type { Particulars } from '@eduduty/core/archive'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { keepPaper, type PaperUnit } from '../uploads/keep-paper.ts'
import { owedBy } from '../uploads/owed-by.ts'
import { keepNewVersion } from '../uploads/replace-version.ts'
import type { TakenFile } from '../uploads/take-in.ts'
import { keepLinks } from './link-paper.ts'
import { getPaper, type StoredPaper } from './paper-row.ts'

/** A signed pledge, as far as the archive has to know it. */
export interface CopiedPledge {
  readonly pledge: string
  /** Its number and who promises. */
  readonly title: string
  /** The paper that holds its copy until now. */
  readonly paper: string | undefined
}

export interface SignedCopy {
  readonly county: string
  readonly unit: PaperUnit
  readonly file: TakenFile
  readonly pledge: CopiedPledge
  readonly particulars: Partial<Particulars>
  /** What it is put to use for. */
  readonly needs: readonly string[]
}

/** Files the scanned copy of a signed pledge; a second scan is a new version of the paper. Gives the paper. Errors: `archive.same_version`, `archive.copy_of_other`. */
export async function keepSignedCopy(ctx: Ctx, copy: SignedCopy): Promise<string> {
  const row = await paperOf(ctx, copy)
  const { county, pledge } = copy
  if (row.pledge_id !== null && row.pledge_id !== pledge.pledge)
    throw new AppError('archive.copy_of_other', { title: row.title, pledge: row.pledge_title })
  await ctx.db.kysely
    .updateTable('archive_papers')
    .set({ pledge_id: pledge.pledge, pledge_title: pledge.title })
    .where('county_code', '=', county)
    .where('paper_id', '=', row.paper_id)
    .execute()
  if (copy.needs.length > 0) await keepLinks(ctx, row, copy.needs)
  return row.paper_id
}

async function paperOf(ctx: Ctx, { county, unit, file, pledge, particulars }: SignedCopy): Promise<StoredPaper> {
  const standing = pledge.paper === undefined ? [] : [...(await standingPapers(ctx, county, [pledge.paper]))]
  const [paper] = standing
  if (paper === undefined) {
    const known = { ...particulars, ...owedBy(file, particulars) }
    return (await keepPaper(ctx, county, unit, file, undefined, known)).row
  }
  await keepNewVersion(ctx, county, paper, file)
  return getPaper(ctx, { county, paper })
}

/** Which of these papers are in use: neither withdrawn nor out of reach. */
export async function standingPapers(
  { db }: Pick<Ctx, 'db'>,
  county: string,
  papers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.run<{ paper_id: string }>(
    `select paper_id from archive_papers
     where county_code = $1 and paper_id = any($2::text[]) and withdrawn_at is null`,
    [county, papers],
  )
  return new Set(rows.map(({ paper_id: paper }) => paper))
}
