import { PaperKind, type PaperRow, type Particulars, PersonalClass, Retention, Secrecy } from '@eduduty/core/archive'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { PaperSubject } from './paper-subject.ts'

/** Which paper. */
export interface PaperKey {
  readonly county: string
  readonly paper: string
}

export interface StoredPaper {
  readonly county_code: string
  readonly paper_id: string
  readonly org_path: string
  readonly unit_id: string
  readonly unit_name: string
  readonly title: string
  readonly kind: string
  readonly issuer: string
  readonly document_no: string
  readonly made_on: string | null
  readonly valid_until: string | null
  readonly secrecy: string
  readonly personal: string
  readonly is_redacted: boolean
  readonly box_no: string
  readonly retention: string | null
  readonly keeper: string
  readonly pages: number | null
  readonly note: string
  /** Particulars that whoever sent it in still owes, in words. */
  readonly lacks: string
  readonly version_no: number
  readonly file_name: string
  readonly media: string
  readonly bytes: number
  readonly sha256: string
  readonly is_damaged: boolean
  readonly provided_by: string
  readonly uploaded_by: string
  readonly uploaded_at: string
  readonly filed_on: string
  readonly withdrawn_at: string | null
  /** The signed pledge whose scan it is. */
  readonly pledge_id: string | null
  readonly pledge_title: string
  /** The case of a child, or the child in care, to which it belongs. */
  readonly subject: PaperSubject | null
  readonly needs: number
}

/** `p` is the paper; needs are counted as far as the caller reaches. */
export const paperColumns = `p.county_code, p.paper_id, p.org_path, p.unit_id, p.unit_name, p.title, p.kind, p.issuer,
  p.document_no, p.made_on, p.valid_until, p.secrecy, p.personal, p.is_redacted, p.box_no, p.retention, p.keeper, p.pages, p.note, p.lacks, p.version_no,
  p.file_name, p.media, p.bytes, p.sha256, p.is_damaged, p.provided_by, p.uploaded_by, p.uploaded_at, p.filed_on,
  p.withdrawn_at, p.pledge_id, p.pledge_title,
  case when p.subject_id is not null then jsonb_build_object('kind', p.subject_kind, 'id', p.subject_id) end as subject,
  (select count(*) from archive_links l where l.county_code = p.county_code and l.paper_id = p.paper_id) as needs`

/** Errors: `archive.paper_not_found`. */
export async function getPaper({ db }: Pick<Ctx, 'db'>, { county, paper }: PaperKey): Promise<StoredPaper> {
  const [row] = await db.run<StoredPaper>(
    `select ${paperColumns} from archive_papers p where p.county_code = $1 and p.paper_id = $2`,
    [county, paper],
  )
  if (row === undefined) throw new AppError('archive.paper_not_found')
  return row
}

/** Holds the paper until the transaction ends. Errors: `archive.paper_not_found`, `archive.paper_withdrawn`, `archive.paper_of_case`. */
export async function getPaperForUpdate(ctx: Ctx, key: PaperKey): Promise<StoredPaper> {
  await ctx.db.run('select from archive_papers where county_code = $1 and paper_id = $2 for update', [
    key.county,
    key.paper,
  ])
  const row = await getPaper(ctx, key)
  if (row.withdrawn_at !== null) throw new AppError('archive.paper_withdrawn', { title: row.title })
  if (row.subject !== null) throw new AppError('archive.paper_of_case', { title: row.title })
  return row
}

export function presentPaper(row: StoredPaper, excerpt?: string): PaperRow {
  const { title, kind, document_no, secrecy, personal, is_redacted, made_on, valid_until } = particularsOf(row)
  return {
    paper: row.paper_id,
    county: row.county_code,
    title,
    kind,
    file_name: row.file_name,
    media: row.media,
    bytes: row.bytes,
    unit: row.unit_id,
    unit_name: row.unit_name,
    document_no,
    secrecy,
    personal,
    is_redacted,
    ...(made_on !== undefined && { made_on }),
    ...(valid_until !== undefined && { valid_until }),
    versions: row.version_no,
    needs: row.needs,
    is_damaged: row.is_damaged,
    is_withdrawn: row.withdrawn_at !== null,
    lacks: row.lacks,
    uploaded_by: row.uploaded_by,
    uploaded_at: row.uploaded_at,
    ...(excerpt !== undefined && { excerpt }),
  }
}

export function particularsOf(row: StoredPaper): Particulars {
  return {
    title: row.title,
    kind: Value.Parse(PaperKind, row.kind),
    issuer: row.issuer,
    document_no: row.document_no,
    ...(row.made_on !== null && { made_on: row.made_on }),
    ...(row.valid_until !== null && { valid_until: row.valid_until }),
    secrecy: Value.Parse(Secrecy, row.secrecy),
    personal: Value.Parse(PersonalClass, row.personal),
    is_redacted: row.is_redacted,
    box_no: row.box_no,
    keeper: row.keeper,
    note: row.note,
    ...(row.retention !== null && { retention: Value.Parse(Retention, row.retention) }),
    ...(row.pages !== null && { pages: row.pages }),
  }
}
